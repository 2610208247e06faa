-- One row per client, for one who only looks.
select client_id, version
from app.ledger_heads
where tenant_id = $1 and client_id = any($2)
