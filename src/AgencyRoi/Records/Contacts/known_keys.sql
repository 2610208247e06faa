-- One row per key that is known, found by the order of its index alone.
select k.client_id, k.key_hash, k.contact_id
from unnest($2::uuid[], $3::uuid[]) as s (client_id, key_hash)
cross join lateral (
  select c.client_id, c.key_hash, c.contact_id from app.contact_keys c
  where c.tenant_id = $1 and c.client_id = s.client_id and c.key_hash >= s.key_hash and c.key_hash <= s.key_hash
  order by c.key_hash) k
