-- One row per client and kind of entry over [$4, $5). Its whole months [$6, $7) are years to date: those of the months $8 less
-- those of the months $9. The days around them come from the days, if there are any.
select
  s.client_id, s.kind, sum(s.entries)::bigint, sum(s.quantity),
  sum(s.client_amount), sum(s.adjusted_amount), sum(s.low_amount), sum(s.high_amount),
  sum(s.agency_amount), sum(s.agency_adjusted_amount), sum(s.agency_low_amount), sum(s.agency_high_amount)
from (
  select client_id, kind, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_year_to_date
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and month = any($8)
  union all
  select client_id, kind, -entries, -quantity,
    -client_amount, -adjusted_amount, -low_amount, -high_amount, -agency_amount, -agency_adjusted_amount, -agency_low_amount, -agency_high_amount
  from app.ledger_year_to_date
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and month = any($9)
  union all
  select client_id, concat_ws(':', line, coalesce(value_stream, cost_category), grade, basis), entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_days
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and day >= $4 and day < $6 and $4 < $6
  union all
  select client_id, concat_ws(':', line, coalesce(value_stream, cost_category), grade, basis), entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_days
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and day >= $7 and day < $5 and $7 < $5
) s
group by s.client_id, s.kind
having sum(s.entries) <> 0
