insert into app.journey_totals as t (tenant_id, client_id, counted_on, of_nulls, conversions, value, unattributed_conversions, unattributed_value, nulls, excluded_touches, unvalued,
  opened, closed, latest_on)
select $1, $2, n.counted_on, n.of_nulls, n.conversions, n.value, n.unattributed_conversions, n.unattributed_value, n.nulls, n.excluded_touches, n.unvalued, n.opened, n.closed, n.latest_on
from unnest($3::date[], $4::boolean[], $5::numeric[], $6::numeric[], $7::numeric[], $8::numeric[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::date[]) as n (
  counted_on, of_nulls, conversions, value, unattributed_conversions, unattributed_value, nulls, excluded_touches, unvalued, opened, closed, latest_on)
on conflict on constraint journey_totals_key do update
set conversions = t.conversions + excluded.conversions, value = t.value + excluded.value,
  unattributed_conversions = t.unattributed_conversions + excluded.unattributed_conversions, unattributed_value = t.unattributed_value + excluded.unattributed_value,
  nulls = t.nulls + excluded.nulls, excluded_touches = t.excluded_touches + excluded.excluded_touches, unvalued = t.unvalued + excluded.unvalued,
  opened = t.opened + excluded.opened, closed = t.closed + excluded.closed, latest_on = greatest(t.latest_on, excluded.latest_on)
