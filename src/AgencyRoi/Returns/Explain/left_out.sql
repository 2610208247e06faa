-- One row per reason, client, day, place and currency of facts that are stored and stand in no return: how many, and what they come to where that is known.
select s.client_id, 'CLIENT', 'UNATTRIBUTED_SALES', s.occurred_on,
  case when s.type in ('SALE', 'IN_STORE') then 'DIRECT_SALES' else 'CONVERSIONS' end as stream,
  s.channel_id, s.campaign_id, s.goal_id, s.currency, count(*), sum(s.amount)
from app.sales s
where s.tenant_id = $1 and s.client_id = any($2) and s.occurred_on >= $3 and s.occurred_on < $4
  and s.retracted_at is null and not s.is_attributed and s.campaign_id is null
group by s.client_id, s.occurred_on, stream, s.channel_id, s.goal_id, s.campaign_id, s.currency
union all
select r.client_id, 'CLIENT', 'UNATTRIBUTED_REFUNDS', r.occurred_on,
  case when s.type in ('SALE', 'IN_STORE') then 'DIRECT_SALES' else 'CONVERSIONS' end as stream,
  s.channel_id, s.campaign_id, s.goal_id, s.currency, count(*), -sum(r.amount)
from app.refunds r
  join app.sales s on s.tenant_id = $1 and s.client_id = r.client_id and s.id = r.sale_id
where r.tenant_id = $1 and r.client_id = any($2) and r.occurred_on >= $3 and r.occurred_on < $4
  and r.retracted_at is null and s.retracted_at is null and not s.is_attributed and s.campaign_id is null
group by r.client_id, r.occurred_on, stream, s.channel_id, s.goal_id, s.campaign_id, s.currency
union all
select t.client_id, 'AGENCY', 'HOURS_WITHOUT_RATE', t.occurred_on,
  case t.role_class when 'MANAGEMENT' then 'MANAGEMENT_TIME' else 'STAFF_TIME' end as stream,
  t.channel_id, t.campaign_id, t.goal_id, null, count(*), null
from app.time_entries t
where t.tenant_id = $1 and t.client_id = any($2) and t.occurred_on >= $3 and t.occurred_on < $4 and $5
  and t.retracted_at is null and t.rate_id is null and t.hours > 0
group by t.client_id, t.occurred_on, stream, t.channel_id, t.goal_id, t.campaign_id
union all
select v.client_id, 'CLIENT', v.reason, v.month, 'TRAFFIC', v.channel_id, v.campaign_id, null, v.currency, count(*), sum(v.amount)
from (
  select k.client_id, k.month, k.channel_id, k.campaign_id,
    case when k.is_paid then 'PAID_VISITS' when k.is_brand then 'BRAND_VISITS' when k.cost_per_click is null then 'UNPRICED_VISITS'
      else 'CONVERTING_VISITS' end as reason,
    case when not k.is_paid and not k.is_brand and k.cost_per_click is not null then k.cost_per_click_currency end as currency,
    case when not k.is_paid and not k.is_brand then k.converting_visits * k.cost_per_click end as amount
  from app.keyword_visits k
  where k.tenant_id = $1 and k.client_id = any($2) and k.month >= $3 and k.month < $4 and k.retracted_at is null
    and (k.is_paid or k.is_brand or k.cost_per_click is null or k.converting_visits > 0)
) v
group by v.client_id, v.reason, v.month, v.channel_id, v.campaign_id, v.currency
union all
select f.client_id, 'CLIENT', 'FACTS_WITHOUT_VALUE', f.occurred_on, f.stream, f.channel_id, f.campaign_id, f.goal_id, null, count(*), null
from app.stream_facts f
where f.tenant_id = $1 and f.client_id = any($2) and f.occurred_on >= $3 and f.occurred_on < $4 and f.retracted_at is null
  and not exists (
    select from app.ledger_entries e
    where e.tenant_id = $1 and e.client_id = f.client_id and e.source_id = f.id and e.reverses_version is null
      and not exists (
        select from app.ledger_entries r
        where r.tenant_id = $1 and r.client_id = e.client_id and r.reverses_version = e.version and r.reverses_line = e.line_no))
  and not exists (select from app.claims c where c.tenant_id = $1 and c.client_id = f.client_id and c.source_id = f.id)
group by f.client_id, f.occurred_on, f.stream, f.channel_id, f.campaign_id, f.goal_id
union all
select o.client_id, 'CLIENT', 'IDEAS_NOT_GOOD', o.occurred_on, g.stream, coalesce(o.channel_id, g.channel_id) as channel_id,
  coalesce(o.campaign_id, g.campaign_id) as campaign_id, o.goal_id, null, count(*), null
from app.outcomes o
  join app.goals g on g.tenant_id = $1 and g.client_id = o.client_id and g.id = o.goal_id and g.stream = 'MARKET_INSIGHT'
  join app.purposes p on p.tenant_id = $1 and p.client_id = o.client_id and p.id = g.purpose_id and p.type = 'IDEA_GENERATION'
where o.tenant_id = $1 and o.client_id = any($2) and o.occurred_on >= $3 and o.occurred_on < $4
  and o.retracted_at is null and o.idea_grade is distinct from 'GOOD' and o.quantity > 0
group by o.client_id, o.occurred_on, g.stream, coalesce(o.channel_id, g.channel_id), coalesce(o.campaign_id, g.campaign_id), o.goal_id
union all
select c.client_id, 'CLIENT', 'COUNTED_ELSEWHERE', c.occurred_on, c.stream, e.channel_id, e.campaign_id, e.goal_id, l.currency, count(*),
  sum(c.full_amount * (c.claimed - c.granted))
from app.claims c
  join app.clients l on l.tenant_id = $1 and l.id = c.client_id
  left join app.ledger_entries e
    on e.tenant_id = $1 and e.client_id = c.client_id and e.version = c.posted_version and e.line_no = c.posted_line
where c.tenant_id = $1 and c.client_id = any($2) and c.occurred_on >= $3 and c.occurred_on < $4 and c.granted < c.claimed
group by c.client_id, c.occurred_on, c.stream, e.channel_id, e.campaign_id, e.goal_id, l.currency
