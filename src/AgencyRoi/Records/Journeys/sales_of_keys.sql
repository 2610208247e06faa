-- One row per conversion of these journeys between two moments each. Each is found by the order of its index alone.
select s.client_id, s.journey_key, s.id, s.external_reference, s.converted_at, s.occurred_on, s.goal_id, s.created_at
from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[]) as k (client_id, journey_key, since, until)
cross join lateral (
  select * from app.sales c
  where c.tenant_id = $1 and c.client_id = k.client_id and c.journey_key >= k.journey_key and c.journey_key <= k.journey_key
    and c.converted_at >= k.since and c.converted_at <= k.until and c.retracted_at is null
  order by c.journey_key, c.converted_at) s
