-- One row per client that the transaction sees: of those in $2, or of all.
select client_id, version
from app.ledger_heads
where tenant_id = $1 and ($2::uuid[] is null or client_id = any($2))
order by client_id
