-- One row per closing.
select client_id, month, edition, ledger_version, client_currency, agency_currency, document, sha256
from app.period_closes
where tenant_id = $1
order by client_id, month, edition
