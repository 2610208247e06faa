-- One row per key that a contact is known by, with the first of the keys of its person. Each is found by the order of its index alone.
select k.client_id, k.key_hash, p.key_hash
from unnest($2::uuid[], $3::uuid[]) as n (client_id, key_hash)
cross join lateral (
  select o.client_id, o.key_hash, o.contact_id from app.contact_keys o
  where o.tenant_id = $1 and o.client_id = n.client_id and o.key_hash >= n.key_hash and o.key_hash <= n.key_hash
  order by o.key_hash) k
join app.contacts c on c.tenant_id = $1 and c.client_id = k.client_id and c.id = k.contact_id
cross join lateral (
  select o.key_hash
  from app.contacts m
    join app.contact_keys o on o.tenant_id = $1 and o.client_id = m.client_id and o.contact_id = m.id and o.kind in ('CRM_ID', 'DEVICE')
  where m.tenant_id = $1 and m.client_id = c.client_id and m.kept_id = c.kept_id
  order by o.kind, o.key_hash
  limit 1) p
