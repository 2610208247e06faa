-- One number per asked goal and period, in the order asked: units of its indicator, counted as outcomes and as sales under the goal.
select
  coalesce((select sum(o.quantity) from app.outcomes o
    where o.tenant_id = $1 and o.client_id = w.client_id and o.goal_id = w.goal_id and o.retracted_at is null
      and o.occurred_on >= w.from_day and o.occurred_on < w.to_day), 0)
  + coalesce((select sum(s.quantity) from app.sales s
    where s.tenant_id = $1 and s.client_id = w.client_id and s.goal_id = w.goal_id and s.retracted_at is null
      and s.occurred_on >= w.from_day and s.occurred_on < w.to_day), 0)
from unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[]) with ordinality as w (client_id, goal_id, from_day, to_day, place)
order by w.place
