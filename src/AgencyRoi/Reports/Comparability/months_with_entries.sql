-- One row per client and month of the period with an entry.
select d.client_id, date_trunc('month', d.day::timestamp)::date as month
from app.ledger_days d
where d.tenant_id = $1 and d.client_id = any($2) and d.viewpoint = $3 and d.day >= $4 and d.day < $5
group by d.client_id, month
