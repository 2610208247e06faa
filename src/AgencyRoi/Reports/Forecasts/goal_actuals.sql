-- One number per asked goal and period, in the order asked: units of its indicator, counted as outcomes and as sales under the goal.
select
  coalesce((select sum(o.quantity) from app.outcomes o
    where o.tenant_id = $1 and o.client_id = w.client_id and o.goal_id = w.goal_id and o.retracted_at is null
      and o.occurred_on >= w.from_day and o.occurred_on < w.to_day
      -- Of ideas only the good ones count.
      and (o.idea_grade = 'GOOD' or not exists (
        select from app.goals g
          join app.purposes p on p.tenant_id = $1 and p.client_id = g.client_id and p.id = g.purpose_id and p.type = 'IDEA_GENERATION'
        where g.tenant_id = $1 and g.client_id = w.client_id and g.id = w.goal_id and g.stream = 'MARKET_INSIGHT'))), 0)
  + coalesce((select sum(s.quantity) from app.sales s
    where s.tenant_id = $1 and s.client_id = w.client_id and s.goal_id = w.goal_id and s.retracted_at is null
      and s.occurred_on >= w.from_day and s.occurred_on < w.to_day), 0)
from unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[]) with ordinality as w (client_id, goal_id, from_day, to_day, place)
order by w.place
