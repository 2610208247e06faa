-- One row per client and kind of entry over [$4, $5): whole months [$6, $7) from the months, the days around them from the days.
select
  s.client_id, s.line, s.value_stream, s.cost_category, s.grade, s.basis, null::uuid, null::date, sum(s.entries)::bigint, sum(s.quantity),
  sum(s.client_amount), sum(s.adjusted_amount), sum(s.low_amount), sum(s.high_amount),
  sum(s.agency_amount), sum(s.agency_adjusted_amount), sum(s.agency_low_amount), sum(s.agency_high_amount)
from (
  select client_id, line, value_stream, cost_category, grade, basis, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_months
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and month >= $6 and month < $7
  union all
  select client_id, line, value_stream, cost_category, grade, basis, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_days
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and day >= $4 and day < $6
  union all
  select client_id, line, value_stream, cost_category, grade, basis, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_days
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and day >= $7 and day < $5
) s
group by s.client_id, s.line, s.value_stream, s.cost_category, s.grade, s.basis
