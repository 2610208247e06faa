-- Refunds without what another system or a person says of them.
update app.refunds f
set external_reference = r.external_reference, reason = null, version = f.version + 1, updated_at = $3
from unnest($4::uuid[], $5::text[]) as r (id, external_reference)
where f.tenant_id = $1 and f.client_id = $2 and f.id = r.id
