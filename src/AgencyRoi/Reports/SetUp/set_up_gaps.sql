-- One row per client and kind of gap in its set-up: how often, and the earliest purpose, goal or channel that it is about. $3 is the agency's currency, $4 the
-- channels that serve no measured purpose. A purpose is measured by a goal that was activated; drafts beside one are no gap.
with clients as (
  select c.id, c.currency from app.clients c where c.tenant_id = $1 and c.id = any($2) and c.kind = 'CLIENT'),
unmeasured as (
  select p.client_id, p.id, p.created_at
  from app.purposes p
  where p.tenant_id = $1 and p.client_id = any($2)
    and not exists (
      select from app.goals g
      where g.tenant_id = $1 and g.client_id = p.client_id and g.purpose_id = p.id and g.status <> 'DRAFT')),
drafts as (
  select g.client_id, g.purpose_id, g.id, g.created_at, g.indicator is not null as has_indicator, g.stream is not null as has_stream,
    exists (select from app.goal_values v where v.tenant_id = $1 and v.client_id = g.client_id and v.goal_id = g.id) as has_value
  from app.goals g join unmeasured u on u.client_id = g.client_id and u.id = g.purpose_id
  where g.tenant_id = $1 and g.client_id = any($2)),
-- As a rate is quoted and turned round; two of them make a cross rate.
quoted as (
  select r.base_currency as one, r.quote_currency as other from app.exchange_rates r where r.tenant_id = $1
  union
  select r.quote_currency, r.base_currency from app.exchange_rates r where r.tenant_id = $1),
gaps as (
  select c.id as client_id, 'NO_PURPOSE' as code, null::uuid as id, null::timestamptz as made_at
  from clients c
  where not exists (select from app.purposes p where p.tenant_id = $1 and p.client_id = c.id)
  union all
  select c.id, 'NO_GOAL', null, null
  from clients c
  where not exists (select from app.purposes p where p.tenant_id = $1 and p.client_id = c.id)
  union all
  select u.client_id, 'PURPOSE_WITHOUT_GOAL', u.id, u.created_at
  from unmeasured u
  where not exists (select from drafts d where d.client_id = u.client_id and d.purpose_id = u.id)
  union all
  select d.client_id, 'GOAL_WITHOUT_INDICATOR', d.id, d.created_at from drafts d where not d.has_indicator
  union all
  select d.client_id, 'GOAL_WITHOUT_STREAM', d.id, d.created_at from drafts d where not d.has_stream
  union all
  select d.client_id, 'GOAL_WITHOUT_VALUE', d.id, d.created_at from drafts d where not d.has_value
  union all
  select d.client_id, 'GOAL_NOT_ACTIVATED', d.id, d.created_at from drafts d where d.has_indicator and d.has_stream and d.has_value
  union all
  select c.id, 'NO_CHANNEL', null, null
  from clients c
  where not exists (select from app.channels h where h.tenant_id = $1 and h.client_id = c.id)
  union all
  select h.client_id, 'CHANNEL_WITHOUT_PURPOSE', h.id, h.created_at
  from app.channels h
  where h.tenant_id = $1 and h.client_id = any($2) and h.id = any($4) and h.lifecycle <> 'RETIRED'
  union all
  select c.id, 'NO_EXCHANGE_RATE', null, null
  from clients c
  where c.currency <> $3
    and not exists (select from quoted q where q.one = c.currency and q.other = $3)
    and not exists (select from quoted q join quoted r on r.one = q.other where q.one = c.currency and r.other = $3)
  union all
  select c.id, 'NO_COST', null, null
  from clients c
  where not exists (
    select from app.ledger_months m
    where m.tenant_id = $1 and m.client_id = c.id and m.viewpoint = 'CLIENT' and m.side = 'COST' and m.client_amount <> 0)
  union all
  select c.id, 'NO_VALUE', null, null
  from clients c
  where not exists (
    select from app.ledger_months m
    where m.tenant_id = $1 and m.client_id = c.id and m.viewpoint = 'CLIENT' and m.side = 'VALUE' and m.client_amount <> 0))
select g.client_id, g.code, count(*), (array_agg(g.id order by g.made_at, g.id))[1]
from gaps g
group by g.client_id, g.code
