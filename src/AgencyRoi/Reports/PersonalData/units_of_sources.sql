-- One row per unit that these sources have entries or claims on, and one per further name of a unit that a claim of theirs gives.
select e.source_id, e.unit, null
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = $2 and e.source_id = any($3)
union
select c.source_id, c.unit, null
from app.claims c
where c.tenant_id = $1 and c.client_id = $2 and c.source_id = any($3)
union
select n.source_id, n.unit, n.name
from app.claim_names n
where n.tenant_id = $1 and n.client_id = $2 and n.source_id = any($3)
