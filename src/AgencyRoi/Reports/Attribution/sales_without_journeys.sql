-- One row per channel, campaign and channel that buyers named, of conversions of the days [$3, $4) that are in no journey: how many, what they are worth in the client's currency, less
-- what was paid back of any such conversion on these days, and how many have no worth.
select v.channel_id, v.campaign_id, v.reported_channel_id, sum(v.quantity), sum(v.amount), sum(v.unvalued)::bigint
from (
  select s.channel_id, s.campaign_id, s.reported_channel_id, s.quantity, coalesce(s.booked_amount, 0) as amount,
    (s.booked_amount is null)::int as unvalued
  from app.sales s
  where s.tenant_id = $1 and s.client_id = $2 and s.occurred_on >= $3 and s.occurred_on < $4 and s.retracted_at is null and s.journey_key is null
  union all
  select s.channel_id, s.campaign_id, null, 0, coalesce(r.booked_amount, 0), (r.booked_amount is null)::int
  from app.refunds r
    join app.sales s on s.tenant_id = $1 and s.client_id = r.client_id and s.id = r.sale_id
  where r.tenant_id = $1 and r.client_id = $2 and r.occurred_on >= $3 and r.occurred_on < $4 and r.retracted_at is null and s.retracted_at is null
    and s.journey_key is null) v
group by v.channel_id, v.campaign_id, v.reported_channel_id
