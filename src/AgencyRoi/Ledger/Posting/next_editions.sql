-- One row per closed month: the edition that entries of its days carry from now on.
select client_id, month, max(edition) + 1
from app.period_closes
where tenant_id = $1 and client_id = any($2)
group by client_id, month
