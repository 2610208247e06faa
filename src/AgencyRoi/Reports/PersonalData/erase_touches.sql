-- Touches as parts of a path of nobody. A post and a site say where somebody was.
update app.touches t
set external_reference = r.external_reference, named_key = r.key, journey_key = r.key, touched_at = r.touched_at, post = null, site = null,
  version = t.version + 1, updated_at = $3
from unnest($4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[]) as r (id, external_reference, key, touched_at)
where t.tenant_id = $1 and t.client_id = $2 and t.id = r.id
