-- One row per year and kind of entry whose year to date is not the sum of the entries since January: the first month of it, since one entry is in all later ones too.
with ledger as (
  select
    e.client_id, date_trunc('month', e.day::timestamp)::date as month, e.viewpoint,
    concat_ws(':', e.line, coalesce(e.value_stream, e.cost_category), e.grade, e.basis) as kind,
    count(*) as entries, sum(e.quantity) as quantity,
    sum(e.client_amount) as client_amount, sum(e.adjusted_amount) as adjusted_amount,
    sum(e.low_amount) as low_amount, sum(e.high_amount) as high_amount,
    sum(e.agency_amount) as agency_amount, sum(e.agency_adjusted_amount) as agency_adjusted_amount,
    sum(e.agency_low_amount) as agency_low_amount, sum(e.agency_high_amount) as agency_high_amount
  from app.ledger_entries e
  where e.tenant_id = $1
  group by 1, 2, 3, 4),
to_date as (
  select
    l.client_id, later.month::date as month, l.viewpoint, l.kind, sum(l.entries) as entries, sum(l.quantity) as quantity,
    sum(l.client_amount) as client_amount, sum(l.adjusted_amount) as adjusted_amount, sum(l.low_amount) as low_amount, sum(l.high_amount) as high_amount,
    sum(l.agency_amount) as agency_amount, sum(l.agency_adjusted_amount) as agency_adjusted_amount,
    sum(l.agency_low_amount) as agency_low_amount, sum(l.agency_high_amount) as agency_high_amount
  from ledger l
    cross join lateral generate_series(l.month::timestamp, date_trunc('year', l.month::timestamp) + interval '11 months', interval '1 month') as later (month)
  group by 1, 2, 3, 4),
rollup as (select * from app.ledger_year_to_date r where r.tenant_id = $1)
select distinct on (client_id, date_trunc('year', month::timestamp), viewpoint, kind)
  client_id, month, concat_ws(' ', viewpoint, kind), concat_ws(' ', l.entries, 'entries', l.client_amount), concat_ws(' ', r.entries, 'entries', r.client_amount)
from to_date l full join rollup r using (client_id, month, viewpoint, kind)
where (l.entries, l.quantity, l.client_amount, l.adjusted_amount, l.low_amount, l.high_amount, l.agency_amount,
     l.agency_adjusted_amount, l.agency_low_amount, l.agency_high_amount)
  is distinct from
  (r.entries, r.quantity, r.client_amount, r.adjusted_amount, r.low_amount, r.high_amount, r.agency_amount,
     r.agency_adjusted_amount, r.agency_low_amount, r.agency_high_amount)
order by client_id, date_trunc('year', month::timestamp), viewpoint, kind, month
