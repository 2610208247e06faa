-- One row per client, line, stream, method and grade of value over [$4, $5), read from the ledger: rollups do not know methods.
select e.client_id, e.line, coalesce(e.value_stream, e.cost_category) as code, e.method, e.method_version, e.grade, count(*), coalesce(sum(e.quantity), 0),
  sum(e.client_amount), sum(e.adjusted_amount), sum(e.low_amount), sum(e.high_amount),
  sum(e.agency_amount), sum(e.agency_adjusted_amount), sum(e.agency_low_amount), sum(e.agency_high_amount)
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = any($2) and e.viewpoint = $3 and e.side = 'VALUE' and e.day >= $4 and e.day < $5
group by e.client_id, e.line, code, e.method, e.method_version, e.grade
