-- One row per conversion with a journey and day of [$3, $4) on which something was paid back of it: how much, in the client's currency, and of how many refunds the worth was not kept.
select s.id, s.occurred_on, r.occurred_on, sum(coalesce(r.booked_amount, 0)), count(*) filter (where r.booked_amount is null)
from app.refunds r
  join app.sales s on s.tenant_id = $1 and s.client_id = r.client_id and s.id = r.sale_id
where r.tenant_id = $1 and r.client_id = $2 and r.occurred_on >= $3 and r.occurred_on < $4 and r.retracted_at is null and s.retracted_at is null
  and s.journey_key is not null
group by s.id, s.occurred_on, r.occurred_on
