-- Those of some keys that nobody has yet.
insert into app.contact_keys (tenant_id, client_id, id, contact_id, kind, network_code, key_hash, created_at)
select $1, k.client_id, k.id, k.contact_id, k.kind, k.network_code, k.key_hash, $8
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[])
  as k (client_id, id, contact_id, kind, network_code, key_hash)
on conflict (tenant_id, client_id, key_hash) do nothing
