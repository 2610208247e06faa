-- Facts of the streams with other references.
update app.stream_facts f
set external_reference = r.external_reference, content = r.content::jsonb, evidence = r.evidence::jsonb, version = f.version + 1, updated_at = $3
from unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) as r (id, external_reference, content, evidence)
where f.tenant_id = $1 and f.client_id = $2 and f.id = r.id
