-- One row per reference that is known, found by the order of its index alone.
select f.id
from unnest($2::uuid[], $3::text[]) as s (client_id, external_reference)
cross join lateral (
  select k.id from app.{table} k
  where k.tenant_id = $1 and k.client_id = s.client_id and k.external_reference >= s.external_reference and k.external_reference <= s.external_reference
  order by k.external_reference) f
