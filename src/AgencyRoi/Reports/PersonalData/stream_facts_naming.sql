-- One row per fact of the streams that names somebody by one of these texts.
select distinct f.id
from app.stream_facts f
cross join lateral (
  select f.content ->> 'customer' as reference
  union all
  select f.content ->> 'referrer'
  union all
  select jsonb_array_elements_text(f.content -> 'contactReferences')) r
where f.tenant_id = $1 and f.client_id = $2 and f.kind in ('REFERRAL', 'RETENTION') and r.reference = any($3)
