-- One row per client and original currency: the rates into the agency's currency that were used in the period.
select e.client_id, e.original_currency, count(*), min(e.agency_rate), max(e.agency_rate)
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = any($2) and e.viewpoint = $3 and e.day >= $4 and e.day < $5
group by e.client_id, e.original_currency
order by e.client_id, e.original_currency
