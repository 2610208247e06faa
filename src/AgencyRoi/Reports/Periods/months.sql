-- One row per client and month that has entries or was closed, the latest first: the last edition of its entries.
select client_id, month, max(edition)
from (
  select client_id, month, edition from app.ledger_months where tenant_id = $1 and client_id = any($2)
  union all
  select client_id, month, -1 from app.period_closes where tenant_id = $1 and client_id = any($2)
) m
group by client_id, month
order by client_id, month desc
