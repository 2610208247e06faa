-- One row per client, kind of entry and bucket of $8 ('day', 'week', 'month', 'quarter') over [$4, $5), the bucket named by its first day
-- in the period. Whole months [$6, $7) come from the months; there are none when the buckets are shorter.
select
  s.client_id, s.line, s.value_stream, s.cost_category, s.grade, s.basis, null::uuid, greatest($4, date_trunc($8, s.start::timestamp)::date) as bucket,
  sum(s.entries)::bigint, sum(s.quantity),
  sum(s.client_amount), sum(s.adjusted_amount), sum(s.low_amount), sum(s.high_amount),
  sum(s.agency_amount), sum(s.agency_adjusted_amount), sum(s.agency_low_amount), sum(s.agency_high_amount)
from (
  select client_id, line, value_stream, cost_category, grade, basis, month as start, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_months
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and month >= $6 and month < $7
  union all
  select client_id, line, value_stream, cost_category, grade, basis, day, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_days
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and day >= $4 and day < $6
  union all
  select client_id, line, value_stream, cost_category, grade, basis, day, entries, quantity,
    client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
  from app.ledger_days
  where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and day >= $7 and day < $5
) s
group by s.client_id, s.line, s.value_stream, s.cost_category, s.grade, s.basis, bucket
