-- One row per client, month from $3 on and price of a click: how many terms of the month are worth something at it. Paid visits, brand terms and visits that all
-- ended in an order are worth nothing. A term that was valued by another price than it has now is at a price below zero, by which no entry stands.
select k.client_id, k.month, p.currency, case when (p.amount, p.amount, p.currency, p.currency) = (k.least, k.most, k.first, k.last) then p.amount else -1 end as price,
  count(*)
from (
  select v.client_id, v.keyword, v.country, v.month, min(v.cost_per_click) as least, max(v.cost_per_click) as most, min(v.cost_per_click_currency) as first,
    max(v.cost_per_click_currency) as last
  from app.keyword_visits v
  where v.tenant_id = $1 and v.client_id = any($2) and v.month >= $3 and v.retracted_at is null and v.cost_per_click is not null and not v.is_paid
  group by v.client_id, v.keyword, v.country, v.month
  having sum(v.visits - v.converting_visits) <> 0 and not bool_or(v.is_brand)) k
  join app.keyword_prices p
    on p.tenant_id = $1 and p.client_id = k.client_id and p.keyword = k.keyword and p.country = k.country and p.month = k.month
where p.amount <> 0
group by k.client_id, k.month, p.currency, price
