-- One row per touch and conversion of people of the client from $3 on and before $4, in the order of their journeys: of one moment touches come before conversions, each as they
-- were stored.
select e.journey_key, e.at, e.is_conversion, e.id, e.channel_id, e.campaign_id, e.post, e.creates_lead, e.creates_opportunity, e.has_basis, e.goal_id, e.day,
  e.quantity, e.amount, e.reported_channel_id
from (
  select t.journey_key, t.touched_at as at, false as is_conversion, t.created_at, t.place, t.external_reference, t.id, t.channel_id, t.campaign_id, t.post, t.creates_lead,
    t.creates_opportunity, t.legal_basis is not null as has_basis, null::uuid as goal_id, null::date as day, null::numeric as quantity, null::numeric as amount,
    null::uuid as reported_channel_id
  from app.touches t
  where t.tenant_id = $1 and t.client_id = $2 and t.touched_at >= $3 and t.touched_at < $4 and t.retracted_at is null
  union all
  select s.journey_key, s.converted_at, true, s.created_at, 0, s.external_reference, s.id, s.channel_id, s.campaign_id, null, false, false, true, s.goal_id, s.occurred_on, s.quantity,
    s.booked_amount, s.reported_channel_id
  from app.sales s
  where s.tenant_id = $1 and s.client_id = $2 and s.journey_key is not null and s.converted_at >= $3 and s.converted_at < $4 and s.retracted_at is null) e
order by e.journey_key, e.at, e.is_conversion, e.created_at, e.place, e.external_reference collate "C"
