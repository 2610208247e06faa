-- One row per entry of the facts, reversals among them.
select e.*
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = any($2) and e.source_id = any($3)
