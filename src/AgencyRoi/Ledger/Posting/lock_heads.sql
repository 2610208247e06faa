-- One row per client, locked until the transaction ends. Always in the order of the ids: two postings over several clients cannot deadlock.
select client_id, version
from app.ledger_heads
where tenant_id = $1 and client_id = any($2)
order by client_id
for no key update
