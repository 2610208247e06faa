-- One row per period, client and kind of standing entry that rests on an assumption: on a cost that is not from a bill, or on a goal's value in force on
-- the day that is not from the client's books.
with valued as (
  select v.client_id, v.goal_id, v.is_assumed, v.effective_from,
    lead(v.effective_from, 1, 'infinity'::date) over (partition by v.client_id, v.goal_id order by v.effective_from) as until
  from (
    select distinct on (g.client_id, g.goal_id, g.effective_from) g.client_id, g.goal_id, g.effective_from, g.is_assumed
    from app.goal_values g
    where g.tenant_id = $1 and g.client_id = any($2)
    order by g.client_id, g.goal_id, g.effective_from, g.revision desc
  ) v)
select distinct a.place, e.client_id, e.viewpoint, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id, e.campaign_id, e.goal_id
from unnest($4::date[], $5::date[]) with ordinality as a (from_day, to_day, place)
  join app.ledger_entries e on e.day >= a.from_day and e.day < a.to_day
where e.tenant_id = $1 and e.client_id = any($2) and e.viewpoint = any($3) and e.reverses_version is null
  and (
    e.source_kind = 'COST' and e.source_id in (
      select c.id from app.costs c where c.tenant_id = $1 and c.client_id = any($2) and c.is_assumed and c.retracted_at is null)
    or e.source_kind in ('OUTCOME', 'SALE') and e.basis = 'STATED' and exists (
      select from valued v
      where v.is_assumed and v.client_id = e.client_id and v.goal_id = e.goal_id and v.effective_from <= e.day and e.day < v.until))
  and not exists (
    select from app.ledger_entries r
    where r.tenant_id = $1 and r.client_id = e.client_id and r.reverses_version = e.version and r.reverses_line = e.line_no)
