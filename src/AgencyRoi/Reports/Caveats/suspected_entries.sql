-- One row per period and kind of standing entry of one of the facts ($6) in it.
select distinct a.place, e.client_id, e.viewpoint, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id, e.campaign_id, e.goal_id
from unnest($4::date[], $5::date[]) with ordinality as a (from_day, to_day, place)
  join app.ledger_entries e on e.day >= a.from_day and e.day < a.to_day
where e.tenant_id = $1 and e.client_id = any($2) and e.viewpoint = any($3) and e.source_id = any($6) and e.reverses_version is null
  and not exists (
    select from app.ledger_entries r
    where r.tenant_id = $1 and r.client_id = e.client_id and r.reverses_version = e.version and r.reverses_line = e.line_no)
