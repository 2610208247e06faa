-- Blanks around a key are no part of it: rows that were stored with such blanks get the key without them, so that who sends one again still meets it.
-- A row whose key without blanks is another row's already keeps what it has: it is corrected and retracted by its id, and its key is no longer stated.
-- Of several that differ only by blanks, the oldest gets the key. The ledger stays as it was posted; a fact posted anew claims by its key of now.
create function pg_temp.trimmed(key text) returns text language sql immutable as $$
  -- White space of Unicode and marks without width, as in KeyText.
  select btrim(key, E' \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff')
$$;

do $$
declare
  keyed record;
begin
  for keyed in
    select * from (values
      ('clients', 'tenant_id'), ('people', 'tenant_id'), ('channels', 'tenant_id, client_id'), ('campaigns', 'tenant_id, client_id'),
      ('goals', 'tenant_id, client_id'), ('costs', 'tenant_id, client_id'), ('sales', 'tenant_id, client_id'), ('refunds', 'tenant_id, client_id'),
      ('time_entries', 'tenant_id, client_id'), ('outcomes', 'tenant_id, client_id'), ('subscriptions', 'tenant_id, client_id'),
      ('stream_facts', 'tenant_id, client_id, kind'), ('keyword_visits', 'tenant_id, client_id'), ('mentions', 'tenant_id, client_id'),
      ('ratings', 'tenant_id, client_id'), ('audience_audits', 'tenant_id, client_id'), ('goal_forecasts', 'tenant_id, client_id')
    ) as tables (name, scope)
  loop
    execute format(
      'with blank as (
         select %2$s, id, pg_temp.trimmed(external_reference) as key,
           row_number() over (partition by %2$s, pg_temp.trimmed(external_reference) order by id) as place
         from app.%1$I where external_reference <> pg_temp.trimmed(external_reference)
       )
       update app.%1$I as stored set external_reference = blank.key from blank
       where stored.tenant_id = blank.tenant_id and stored.id = blank.id and blank.place = 1 and blank.key <> ''''
         and not exists (select from app.%1$I as other where (%3$s, other.external_reference) = (%4$s, blank.key))',
      keyed.name,
      keyed.scope,
      regexp_replace(keyed.scope, '(\w+)', 'other.\1', 'g'),
      regexp_replace(keyed.scope, '(\w+)', 'blank.\1', 'g')
    );
  end loop;
end
$$;

-- Names by which facts find each other; nothing is unique here.
update app.sales
set contact_reference = nullif(pg_temp.trimmed(contact_reference), ''), lead_reference = nullif(pg_temp.trimmed(lead_reference), ''),
  order_reference = nullif(pg_temp.trimmed(order_reference), '')
where (contact_reference, lead_reference, order_reference)
  is distinct from (pg_temp.trimmed(contact_reference), pg_temp.trimmed(lead_reference), pg_temp.trimmed(order_reference));

update app.outcomes
set contact_reference = nullif(pg_temp.trimmed(contact_reference), ''), lead_reference = nullif(pg_temp.trimmed(lead_reference), ''),
  order_reference = nullif(pg_temp.trimmed(order_reference), '')
where (contact_reference, lead_reference, order_reference)
  is distinct from (pg_temp.trimmed(contact_reference), pg_temp.trimmed(lead_reference), pg_temp.trimmed(order_reference));

update app.ratings set place = pg_temp.trimmed(place) where place <> pg_temp.trimmed(place) and pg_temp.trimmed(place) <> '';
update app.goal_forecasts set author = pg_temp.trimmed(author) where author <> pg_temp.trimmed(author) and pg_temp.trimmed(author) <> '';

update app.stream_facts as stored
set content = content || trimmed.names
from (
  select tenant_id, id, jsonb_object_agg(name.key, pg_temp.trimmed(name.value)) as names
  from app.stream_facts, jsonb_each_text(content) as name
  where name.key in ('customer', 'referrer', 'orderReference', 'place') and name.value <> pg_temp.trimmed(name.value) and pg_temp.trimmed(name.value) <> ''
  group by tenant_id, id
) as trimmed
where stored.tenant_id = trimmed.tenant_id and stored.id = trimmed.id;

update app.stream_facts
set content = jsonb_set(content, '{contactReferences}', (
  select jsonb_agg(pg_temp.trimmed(name)) from jsonb_array_elements_text(content -> 'contactReferences') as name
))
where jsonb_typeof(content -> 'contactReferences') = 'array'
  and exists (select from jsonb_array_elements_text(content -> 'contactReferences') as name where name <> pg_temp.trimmed(name));

drop function pg_temp.trimmed;
