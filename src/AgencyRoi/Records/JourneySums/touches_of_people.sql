-- One row per touch of these people, in the order of the keys and then of the touches. Each is found by the order of its index alone.
select t.journey_key, t.touched_at, t.channel_id, t.campaign_id, t.creates_lead, t.creates_opportunity, t.legal_basis is not null
from unnest($3::uuid[]) as k (journey_key)
cross join lateral (
  select * from app.touches s
  where s.tenant_id = $1 and s.client_id = $2 and s.journey_key >= k.journey_key and s.journey_key <= k.journey_key and s.retracted_at is null
  order by s.journey_key, s.touched_at, s.created_at, s.place) t
