-- One row per touch of these journeys between two moments each, in the order of the keys and then of the touches: of very many of one key the latest. Each is found by the
-- order of its index alone.
select t.client_id, t.journey_key, t.id, t.touched_at, t.channel_id, t.campaign_id, t.creates_lead, t.creates_opportunity, t.legal_basis is not null
from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[]) as k (client_id, journey_key, since, until)
cross join lateral (
  select * from app.touches s
  where s.tenant_id = $1 and s.client_id = k.client_id and s.journey_key >= k.journey_key and s.journey_key <= k.journey_key
    and s.touched_at >= k.since and s.touched_at <= k.until and s.retracted_at is null
  order by s.journey_key desc, s.touched_at desc, s.created_at desc, s.place desc
  limit $6) t
