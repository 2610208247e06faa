-- One row per text by which a fact of the client names somebody.
select s.contact_reference
from app.sales s
where s.tenant_id = $1 and s.client_id = $2 and s.contact_reference is not null
union
select o.contact_reference
from app.outcomes o
where o.tenant_id = $1 and o.client_id = $2 and o.contact_reference is not null
union
select r.reference
from app.stream_facts f
cross join lateral (
  select f.content ->> 'customer' as reference
  union all
  select f.content ->> 'referrer'
  union all
  select jsonb_array_elements_text(f.content -> 'contactReferences')) r
where f.tenant_id = $1 and f.client_id = $2 and f.kind in ('REFERRAL', 'RETENTION') and r.reference is not null
