-- One row per day, kind of entry, channel, campaign, goal and method whose rollup is not the sum of its entries.
-- Nulls are compared as empty texts: only equal values join by a hash.
with ledger as (
  select
    e.client_id, e.day, e.edition, e.viewpoint, e.side, e.line,
    coalesce(e.value_stream, '') as value_stream, coalesce(e.cost_category, '') as cost_category,
    coalesce(e.grade, '') as grade, coalesce(e.basis, '') as basis, e.channel_id, e.campaign_id, e.goal_id, e.method, e.method_version,
    count(*) as entries, sum(e.quantity) as quantity,
    sum(e.client_amount) as client_amount, sum(e.adjusted_amount) as adjusted_amount,
    sum(e.low_amount) as low_amount, sum(e.high_amount) as high_amount,
    sum(e.agency_amount) as agency_amount, sum(e.agency_adjusted_amount) as agency_adjusted_amount,
    sum(e.agency_low_amount) as agency_low_amount, sum(e.agency_high_amount) as agency_high_amount
  from app.ledger_entries e
  where e.tenant_id = $1
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
rollup as (
  select
    r.client_id, r.day, r.edition, r.viewpoint, r.side, r.line,
    coalesce(r.value_stream, '') as value_stream, coalesce(r.cost_category, '') as cost_category,
    coalesce(r.grade, '') as grade, coalesce(r.basis, '') as basis, r.channel_id, r.campaign_id, r.goal_id, r.method, r.method_version,
    r.entries, r.quantity, r.client_amount, r.adjusted_amount, r.low_amount, r.high_amount, r.agency_amount,
    r.agency_adjusted_amount, r.agency_low_amount, r.agency_high_amount
  from app.ledger_days r
  where r.tenant_id = $1)
select
  client_id, date_trunc('month', day::timestamp)::date,
  concat_ws(' ', day, 'edition', edition, viewpoint, side, line, nullif(value_stream, ''), nullif(cost_category, ''),
    nullif(grade, ''), nullif(basis, ''), channel_id, campaign_id, goal_id, method, method_version),
  concat_ws(' ', l.entries, 'entries', l.client_amount), concat_ws(' ', r.entries, 'entries', r.client_amount)
from ledger l
  full join rollup r using (
    client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id, method, method_version)
where (l.entries, l.quantity, l.client_amount, l.adjusted_amount, l.low_amount, l.high_amount, l.agency_amount,
     l.agency_adjusted_amount, l.agency_low_amount, l.agency_high_amount)
  is distinct from
  (r.entries, r.quantity, r.client_amount, r.adjusted_amount, r.low_amount, r.high_amount, r.agency_amount,
     r.agency_adjusted_amount, r.agency_low_amount, r.agency_high_amount)
order by 1, 2, 3
