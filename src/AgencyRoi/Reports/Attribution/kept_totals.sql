-- Totals over the journeys of the months [$3, $4), those without conversion before the day $5; who is on a journey is counted from the first month on.
select
  coalesce(sum(t.conversions) filter (where t.counted_on >= $3), 0),
  coalesce(sum(t.value) filter (where t.counted_on >= $3), 0),
  coalesce(sum(t.unattributed_conversions) filter (where t.counted_on >= $3), 0),
  coalesce(sum(t.unattributed_value) filter (where t.counted_on >= $3), 0),
  coalesce(sum(t.nulls) filter (where t.counted_on >= $3), 0)::bigint,
  coalesce(sum(t.excluded_touches) filter (where t.counted_on >= $3), 0)::bigint,
  coalesce(sum(t.unvalued) filter (where t.counted_on >= $3), 0)::bigint,
  coalesce(sum(t.opened - t.closed), 0)::bigint
from app.journey_totals t
where t.tenant_id = $1 and t.client_id = $2 and t.counted_on < $4 and (not t.of_nulls or t.counted_on < $5)
