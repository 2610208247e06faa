-- One row per conversion of these people, and of the sales without a buyer's key that are people of their own. Each is found by the order of its index alone.
select s.journey_key, s.id, s.converted_at, s.occurred_on, s.goal_id, s.channel_id, s.campaign_id, s.quantity, s.booked_amount, s.reported_channel_id, s.created_at, s.external_reference
from unnest($3::uuid[]) as k (journey_key)
cross join lateral (
  select * from app.sales c
  where c.tenant_id = $1 and c.client_id = $2 and c.journey_key >= k.journey_key and c.journey_key <= k.journey_key and c.retracted_at is null
  order by c.journey_key, c.converted_at) s
union all
select s.id, s.id, s.converted_at, s.occurred_on, s.goal_id, s.channel_id, s.campaign_id, s.quantity, s.booked_amount, s.reported_channel_id, s.created_at, s.external_reference
from unnest($3::uuid[]) as k (id)
cross join lateral (
  select * from app.sales c
  where c.tenant_id = $1 and c.client_id = $2 and c.id >= k.id and c.id <= k.id and c.journey_key is null and c.retracted_at is null
  order by c.id) s
