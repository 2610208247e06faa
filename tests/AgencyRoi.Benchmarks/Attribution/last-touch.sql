-- One row per channel of conversions of the days [$3, $4), by the last touch of the 90 days before each: what somebody would write who has no product. $1 is the agency, $2 the client.
select l.channel_id::text, sum(l.quantity), sum(l.booked_amount)
from (
  select distinct on (s.id) t.channel_id, s.quantity, s.booked_amount
  from app.touches t
    join app.sales s on s.tenant_id = $1 and s.client_id = $2 and s.journey_key = t.journey_key
      and t.touched_at <= s.converted_at and t.touched_at >= s.converted_at - interval '90 days'
  where t.tenant_id = $1 and t.client_id = $2 and t.retracted_at is null and t.legal_basis is not null
    and s.occurred_on >= $3 and s.occurred_on < $4 and s.retracted_at is null
  order by s.id, t.touched_at desc, t.created_at desc) l
group by l.channel_id
order by l.channel_id
