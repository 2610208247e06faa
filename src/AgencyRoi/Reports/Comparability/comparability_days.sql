-- One row per client: the first and the last day of the period with an entry, and on how many days there are any.
select d.client_id, min(d.day), max(d.day), count(distinct d.day)
from app.ledger_days d
where d.tenant_id = $1 and d.client_id = any($2) and d.viewpoint = $3 and d.day >= $4 and d.day < $5
group by d.client_id
