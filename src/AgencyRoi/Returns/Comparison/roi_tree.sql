-- One row per client, line, stream, method and grade of value over [$4, $5). Its whole months [$6, $7) come from the months, the days around them from the days,
-- if there are any.
select
  s.client_id, s.line, s.code, s.method, s.method_version, s.grade, sum(s.entries)::bigint, sum(s.quantity),
  sum(s.client_amount), sum(s.adjusted_amount), sum(s.low_amount), sum(s.high_amount),
  sum(s.agency_amount), sum(s.agency_adjusted_amount), sum(s.agency_low_amount), sum(s.agency_high_amount)
from (
  select client_id, line, coalesce(value_stream, cost_category) as code, method, method_version, grade, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_months
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and side = 'VALUE' and month >= $6 and month < $7
  union all
  select client_id, line, coalesce(value_stream, cost_category), method, method_version, grade, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_days
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and side = 'VALUE' and day >= $4 and day < $6 and $4 < $6
  union all
  select client_id, line, coalesce(value_stream, cost_category), method, method_version, grade, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_days
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and side = 'VALUE' and day >= $7 and day < $5 and $7 < $5
) s
group by s.client_id, s.line, s.code, s.method, s.method_version, s.grade
