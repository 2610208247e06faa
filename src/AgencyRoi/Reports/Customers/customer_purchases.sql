-- One row per client: the customers whose first purchase lies in the period, and their histories until its end, those that are alike together.
-- A purchase is all that one contact bought on one day. No history where more than $5 differ.
with asked as (
  select * from unnest($2::uuid[], $4::date[]) as a (client_id, to_day)
),
purchases as (
  select s.client_id, s.contact_reference, s.occurred_on, sum((s.amount - coalesce(back.amount, 0)) * coalesce(s.margin, 1)) as worth,
    min(s.currency) as first_currency, max(s.currency) as last_currency, count(s.margin) as with_margin, count(*) as sales
  from asked a
    join app.sales s on s.tenant_id = $1 and s.client_id = a.client_id and s.occurred_on < a.to_day and s.retracted_at is null
      and s.type in ('SALE', 'IN_STORE') and s.contact_reference is not null
    left join lateral (
      select sum(r.amount) as amount from app.refunds r
      where r.tenant_id = $1 and r.client_id = s.client_id and r.sale_id = s.id and r.retracted_at is null and r.occurred_on < a.to_day) back on true
  group by s.client_id, s.contact_reference, s.occurred_on
),
customers as (
  select client_id, min(occurred_on) as first_on, max(occurred_on) as last_on, count(*) as purchases, sum(worth) as worth,
    min(first_currency) as first_currency, max(last_currency) as last_currency, sum(with_margin) as with_margin, sum(sales) as sales
  from purchases group by client_id, contact_reference
),
histories as (
  select client_id, purchases - 1 as repeats, last_on - first_on as last_at, first_on, count(*) as customers, sum(worth) as worth,
    min(first_currency) as first_currency, max(last_currency) as last_currency, sum(with_margin) as with_margin, sum(sales) as sales
  from customers where first_on >= $3 group by client_id, purchases, last_on, first_on
)
select a.client_id,
  (select count(*) from customers c where c.client_id = a.client_id and c.first_on < $3 and c.last_on >= $3),
  (select count(*) from app.sales s where s.tenant_id = $1 and s.client_id = a.client_id and s.occurred_on >= $3 and s.occurred_on < a.to_day
    and s.retracted_at is null and s.type in ('SALE', 'IN_STORE') and s.contact_reference is null),
  coalesce(sum(h.customers), 0)::bigint, coalesce(sum(h.customers) filter (where h.repeats > 0), 0)::bigint,
  coalesce(sum(h.customers * (h.repeats + 1)), 0)::bigint, coalesce(round(sum(h.worth), 6), 0),
  min(h.first_currency), max(h.last_currency), coalesce(sum(h.with_margin), 0)::bigint, coalesce(sum(h.sales), 0)::bigint,
  case when count(h.client_id) <= $5 then array_remove(array_agg(h.repeats::int order by h.repeats, h.last_at, h.first_on), null) end,
  array_remove(array_agg(h.last_at order by h.repeats, h.last_at, h.first_on), null),
  array_remove(array_agg(a.to_day - 1 - h.first_on order by h.repeats, h.last_at, h.first_on), null),
  array_remove(array_agg(h.customers::int order by h.repeats, h.last_at, h.first_on), null)
from asked a left join histories h on h.client_id = a.client_id
group by a.client_id, a.to_day
