-- One row per client, channel, campaign or goal ($5; none of them for 'CLIENT'), span of the client's days ($6 to $8; without spans one row over all days) and
-- measure over [$3, $4): amounts in the client's and in the agency's currency, counts in both columns. A measure that nobody took has no row.
with facts as (
  select s.client_id, s.channel_id, s.campaign_id, s.goal_id, s.quantity, s.occurred_on, s.id,
    case when s.type in ('SALE', 'IN_STORE') then 'DIRECT_SALES' else 'CONVERSIONS' end as stream,
    case when s.type in ('SALE', 'IN_STORE') then 'order:' || coalesce(s.order_reference, s.external_reference)
      when s.quantity <= 1 then coalesce('order:' || s.order_reference, 'lead:' || s.lead_reference, 'conversion:' || s.external_reference) end as unit
  from app.sales s
  where s.tenant_id = $1 and s.client_id = any($2) and s.occurred_on >= $3 and s.occurred_on < $4 and s.retracted_at is null and s.is_attributed
  union all
  select o.client_id, coalesce(o.channel_id, g.channel_id), coalesce(o.campaign_id, g.campaign_id), o.goal_id, o.quantity, o.occurred_on, o.id, g.stream,
    case when o.quantity <= 1 then coalesce('order:' || o.order_reference, 'lead:' || o.lead_reference, 'conversion:' || o.external_reference) end
  from app.outcomes o
  join app.goals g on g.tenant_id = $1 and g.client_id = o.client_id and g.id = o.goal_id and g.volume_kept_at is null -- kept volume is no outcome
  where o.tenant_id = $1 and o.client_id = any($2) and o.occurred_on >= $3 and o.occurred_on < $4 and o.retracted_at is null
),
-- What is stated twice of one goal, as an outcome and as a conversion, or by the same lead or order, happened once. Several at once are not told apart.
counted as (
  select distinct on (f.client_id, f.stream, f.goal_id, coalesce(f.unit, f.id::text)) f.*
  from facts f
  order by f.client_id, f.stream, f.goal_id, coalesce(f.unit, f.id::text), f.quantity desc, f.occurred_on, f.id
),
measured as (
  select d.client_id, d.channel_id, d.campaign_id, d.goal_id, d.day,
    case when d.cost_category = 'AD_SPEND' then 'AD_SPEND' else 'OTHER_COST' end as measure, d.client_amount as client, d.agency_amount as agency
  from app.ledger_days d
  where d.tenant_id = $1 and d.client_id = any($2) and d.day >= $3 and d.day < $4 and d.viewpoint = 'CLIENT' and d.side = 'COST'
  union all
  select d.client_id, d.channel_id, d.campaign_id, d.goal_id, d.day, 'BOOKED_VALUE', d.client_amount, d.agency_amount
  from app.ledger_days d
  where d.tenant_id = $1 and d.client_id = any($2) and d.day >= $3 and d.day < $4 and d.viewpoint = 'CLIENT' and d.side = 'VALUE'
    and d.line = 'DIRECT' and d.basis in ('REVENUE', 'STATED')
  union all
  -- Sales that count by margin, at their amount: that of the sale, or minus that of its refund; taken back by a reversal.
  select e.client_id, e.channel_id, e.campaign_id, e.goal_id, e.day, 'BOOKED_VALUE', e.client_rate * booked.amount, e.agency_rate * booked.amount
  from app.ledger_entries e
  cross join lateral (
    select coalesce((e.inputs ->> 'amount')::numeric, -(e.inputs ->> 'refunded')::numeric) * e.share
      * case when e.reverses_version is null then 1 else -1 end as amount
  ) booked
  where e.tenant_id = $1 and e.client_id = any($2) and e.day >= $3 and e.day < $4 and e.viewpoint = 'CLIENT' and e.side = 'VALUE'
    and e.line = 'DIRECT' and e.basis = 'MARGIN'
  union all
  select c.client_id, c.channel_id, c.campaign_id, c.goal_id, c.occurred_on, counts.measure, c.quantity, c.quantity
  from counted c
  cross join lateral (
    values ('SALES', c.stream = 'DIRECT_SALES'), ('CONVERSIONS', c.stream = 'CONVERSIONS'), ('OUTCOMES', c.goal_id is not null)
  ) counts (measure, is_one)
  where counts.is_one
  union all
  select v.client_id, v.channel_id, v.campaign_id, v.goal_id, v.occurred_on, counts.measure, counts.quantity, counts.quantity
  from app.volume_metrics v
  cross join lateral (
    values ('IMPRESSIONS', v.impressions), ('CLICKS', v.clicks), ('VISITS', v.visits), ('INTERACTIONS', v.interactions),
      ('PAID_IMPRESSIONS', case when v.is_paid then v.impressions end), ('PAID_CLICKS', case when v.is_paid then v.clicks end),
      ('IMPRESSIONS_BESIDE_CLICKS', case when v.clicks is not null then v.impressions end),
      ('CLICKS_BESIDE_IMPRESSIONS', case when v.impressions is not null then v.clicks end)
  ) counts (measure, quantity)
  where v.tenant_id = $1 and v.client_id = any($2) and v.occurred_on >= $3 and v.occurred_on < $4 and v.retracted_at is null
    and counts.quantity is not null
)
select
  m.client_id, case $5 when 'CHANNEL' then m.channel_id when 'CAMPAIGN' then m.campaign_id when 'GOAL' then m.goal_id end as part,
  span.from_day, m.measure,
  case when m.measure in ('AD_SPEND', 'OTHER_COST', 'BOOKED_VALUE') then round(sum(m.client), 4) else trim_scale(sum(m.client)) end,
  case when m.measure in ('AD_SPEND', 'OTHER_COST', 'BOOKED_VALUE') then round(sum(m.agency), 4) else trim_scale(sum(m.agency)) end
from measured m
left join unnest($6::uuid[], $7::date[], $8::date[]) as span (client_id, from_day, to_day)
  on span.client_id = m.client_id and m.day >= span.from_day and m.day < span.to_day
group by m.client_id, part, span.from_day, m.measure
