-- The closing of a month in an edition, or the last one.
select edition, ledger_version, sha256, closed_at, closed_by, client_currency, document
from app.period_closes
where tenant_id = $1 and client_id = $2 and month = $3 and ($4::int is null or edition = $4)
order by edition desc
limit 1
