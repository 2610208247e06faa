-- One row per name of a claim that gives its unit several.
select n.client_id, n.unit, n.source_id, n.name
from app.claim_names n
where n.tenant_id = $1
