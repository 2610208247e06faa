-- One row per client, kind of value entry and action class over [$4, $5): entries of outcomes that somebody put into a class.
select
  e.client_id, e.line, e.value_stream, e.cost_category, e.grade, e.basis, o.action_class, count(*), sum(e.quantity),
  sum(e.client_amount), sum(e.adjusted_amount), sum(e.low_amount), sum(e.high_amount),
  sum(e.agency_amount), sum(e.agency_adjusted_amount), sum(e.agency_low_amount), sum(e.agency_high_amount)
from app.outcomes o
join app.ledger_entries e on e.tenant_id = $1 and e.client_id = o.client_id and e.source_id = o.id
where o.tenant_id = $1 and o.client_id = any($2) and o.action_class is not null
  and e.viewpoint = $3 and e.side = 'VALUE' and e.day >= $4 and e.day < $5
group by e.client_id, e.line, e.value_stream, e.cost_category, e.grade, e.basis, o.action_class
