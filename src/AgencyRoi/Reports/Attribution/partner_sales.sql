-- One row per partner of conversions of the days [$3, $4): how many, what they are worth in the client's currency less what was paid back on these days, and how many have no worth.
select v.partner, sum(v.quantity), sum(v.amount), sum(v.unvalued)::bigint
from (
  select s.partner, s.quantity, coalesce(s.booked_amount, 0) as amount, (s.booked_amount is null)::int as unvalued
  from app.sales s
  where s.tenant_id = $1 and s.client_id = $2 and s.occurred_on >= $3 and s.occurred_on < $4 and s.retracted_at is null
  union all
  select s.partner, 0, coalesce(r.booked_amount, 0), (r.booked_amount is null)::int
  from app.refunds r
    join app.sales s on s.tenant_id = $1 and s.client_id = r.client_id and s.id = r.sale_id
  where r.tenant_id = $1 and r.client_id = $2 and r.occurred_on >= $3 and r.occurred_on < $4 and r.retracted_at is null and s.retracted_at is null) v
group by v.partner
order by sum(v.amount) desc, v.partner collate "C"
