-- One row per client, currency and day of the month [$2, $3): what was invoiced on that day, less what was paid back on it.
select r.client_id, r.currency, r.occurred_on, sum(r.amount)
from (
  select s.client_id, s.currency, s.occurred_on, s.amount
  from app.sales s
  where s.tenant_id = $1 and s.occurred_on >= $2 and s.occurred_on < $3 and s.retracted_at is null and s.amount is not null
  union all
  select s.client_id, s.currency, f.occurred_on, -f.amount
  from app.refunds f
    join app.sales s on s.tenant_id = $1 and s.client_id = f.client_id and s.id = f.sale_id
  where f.tenant_id = $1 and f.occurred_on >= $2 and f.occurred_on < $3 and f.retracted_at is null and s.retracted_at is null) r
group by 1, 2, 3
