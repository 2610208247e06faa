-- One row per cause and kind of the entries of a month that came after a closing.
select e.cause, e.side, e.line, e.basis, count(*), sum(e.client_amount), sum(e.adjusted_amount), sum(e.low_amount), sum(e.high_amount)
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = $2 and e.viewpoint = $3 and e.day >= $4 and e.day < $5 and e.edition > $6
group by e.cause, e.side, e.line, e.basis
