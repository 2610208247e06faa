-- One row per client, channel, kind, basis, currency, whether the consumers' cost was measured, and day where the currency is another than the client's, of the benefits
-- of the days in [$4, $5) to the clients $2, whose currencies are $3. The worth of time is its hours times the worth of one.
select b.client_id, b.channel_id, b.kind, b.basis, b.currency,
  case when b.currency = c.currency then null else b.occurred_on end as day,
  b.cost_amount is not null or b.hours_spent is not null as has_cost,
  count(*), trim_scale(sum(b.people_count)), trim_scale(sum(b.hours_saved)),
  trim_scale(round(sum(coalesce(b.amount, b.hours_saved * b.hourly_worth)), 10)),
  trim_scale(round(sum(coalesce(b.cost_amount, 0) + coalesce(b.hours_spent * b.hourly_worth, 0)), 10))
from unnest($2::uuid[], $3::text[]) as c (id, currency)
cross join lateral (
  select client_id, channel_id, kind, basis, currency, occurred_on, people_count, amount, hours_saved, hourly_worth, cost_amount, hours_spent
  from app.consumer_benefits
  where tenant_id = $1 and client_id = c.id and occurred_on >= $4 and occurred_on < $5 and retracted_at is null
  offset 0
) b
group by b.client_id, b.channel_id, b.kind, b.basis, b.currency, day, has_cost
