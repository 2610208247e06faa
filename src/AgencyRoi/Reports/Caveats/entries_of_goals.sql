-- One row per goal and period that go together and kind of entry under the goal in the period.
select distinct a.place, d.client_id, d.viewpoint, d.line, d.value_stream, d.cost_category, d.grade, d.basis, d.channel_id, d.campaign_id, d.goal_id
from unnest($4::date[], $5::date[], $6::uuid[]) with ordinality as a (from_day, to_day, goal_id, place)
  join app.ledger_days d on d.goal_id = a.goal_id and d.day >= a.from_day and d.day < a.to_day
where d.tenant_id = $1 and d.client_id = any($2) and d.viewpoint = any($3)
