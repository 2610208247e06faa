-- One row per fact of which a claim waits for its unit: what it is valued by does not stand in the ledger.
select distinct c.client_id, c.source_kind, c.occurred_on, c.source_id
from app.claims c
where c.tenant_id = $1 and c.client_id = any($2) and c.posted_version is null and c.source_kind = any($3)
