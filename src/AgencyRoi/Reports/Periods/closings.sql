-- One row per closing, without its document, the latest first.
select client_id, month, edition, ledger_version, sha256, closed_at, closed_by
from app.period_closes
where tenant_id = $1 and client_id = any($2)
order by client_id, month, edition desc
