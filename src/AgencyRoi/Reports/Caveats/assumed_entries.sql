-- One row per period, client and kind of standing entry that rests on an assumption: on a cost that is not from a bill, or on a goal's value in force on
-- the day that is not from the client's books. The costs lead to their entries, and the values to the terms that entries of their goals stand by.
with valued as (
  select v.client_id, v.goal_id, v.is_assumed, v.effective_from,
    lead(v.effective_from, 1, 'infinity'::date) over (partition by v.client_id, v.goal_id order by v.effective_from) as until
  from (
    select distinct on (g.client_id, g.goal_id, g.effective_from) g.client_id, g.goal_id, g.effective_from, g.is_assumed
    from app.goal_values g
    where g.tenant_id = $1 and g.client_id = any($2)
    order by g.client_id, g.goal_id, g.effective_from, g.revision desc
  ) v)
select a.place, e.client_id, e.viewpoint, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id, e.campaign_id, e.goal_id
from (
  -- Costs that say the same of day and place have the same kinds of entries on the same days: one of them tells for the others.
  select distinct on (c.client_id, c.category, c.paid_by, c.channel_id, c.campaign_id, c.goal_id, c.occurred_on, c.spread_months) c.client_id, c.id
  from app.costs c
  where c.tenant_id = $1 and c.client_id = any($2) and c.is_assumed and c.retracted_at is null
  order by c.client_id, c.category, c.paid_by, c.channel_id, c.campaign_id, c.goal_id, c.occurred_on, c.spread_months) c
  join app.ledger_entries e on e.tenant_id = $1 and e.client_id = c.client_id and e.source_id = c.id
  join unnest($4::date[], $5::date[]) with ordinality as a (from_day, to_day, place) on e.day >= a.from_day and e.day < a.to_day
where e.source_kind = 'COST' and e.viewpoint = any($3) and e.reverses_version is null
  and not exists (
    select from app.ledger_entries r
    where r.tenant_id = $1 and r.client_id = e.client_id and r.reverses_version = e.version and r.reverses_line = e.line_no)
union
select a.place, t.client_id, t.viewpoint, split_part(t.kind, ':', 1), split_part(t.kind, ':', 2), null, split_part(t.kind, ':', 3), 'STATED', t.channel_id,
  t.campaign_id, t.goal_id
from valued v
  join app.ledger_terms t on t.tenant_id = $1 and t.client_id = v.client_id and t.goal_id = v.goal_id and t.day >= v.effective_from and t.day < v.until
  join unnest($4::date[], $5::date[]) with ordinality as a (from_day, to_day, place) on t.day >= a.from_day and t.day < a.to_day
where v.is_assumed and t.client_id = any($2) and t.viewpoint = any($3) and t.source_kind in ('OUTCOME', 'SALE') and t.kind like '%:STATED' and t.standing > 0
