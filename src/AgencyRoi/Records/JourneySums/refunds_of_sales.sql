-- One row per sale and day on which something was paid back of it. Each is found by the order of its index alone.
select r.sale_id, r.occurred_on, sum(coalesce(r.booked_amount, 0)), count(*) filter (where r.booked_amount is null)
from unnest($3::uuid[]) as k (sale_id)
cross join lateral (
  select * from app.refunds b
  where b.tenant_id = $1 and b.client_id = $2 and b.sale_id >= k.sale_id and b.sale_id <= k.sale_id and b.retracted_at is null
  order by b.sale_id, b.occurred_on) r
group by r.sale_id, r.occurred_on
