-- What the sums hold of these people. Each is found by the order of its index alone.
select p.journey_key, p.journeys::text
from unnest($3::uuid[]) as k (journey_key)
cross join lateral (
  select * from app.kept_journeys j
  where j.tenant_id = $1 and j.client_id = $2 and j.journey_key >= k.journey_key and j.journey_key <= k.journey_key
  order by j.journey_key) p
