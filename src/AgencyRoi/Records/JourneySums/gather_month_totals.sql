-- The same of their totals.
with days as (
  delete from app.journey_totals
  where tenant_id = $1 and client_id = $2 and of_nulls and counted_on >= $3 and counted_on < $4 and extract(day from counted_on) <> 1
  returning *)
insert into app.journey_totals as t (tenant_id, client_id, counted_on, of_nulls, conversions, value, unattributed_conversions, unattributed_value, nulls, excluded_touches, unvalued,
  opened, closed, latest_on)
select $1, $2, date_trunc('month', d.counted_on)::date, true, 0, 0, 0, 0, sum(d.nulls), sum(d.excluded_touches), sum(d.unvalued), sum(d.opened), sum(d.closed), null
from days d
group by date_trunc('month', d.counted_on)
on conflict on constraint journey_totals_key do update
set nulls = t.nulls + excluded.nulls, excluded_touches = t.excluded_touches + excluded.excluded_touches, unvalued = t.unvalued + excluded.unvalued,
  opened = t.opened + excluded.opened, closed = t.closed + excluded.closed
