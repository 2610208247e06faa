-- One row per client and action class over [$3, $4), null for outcomes that nobody put into one: how many outcomes there are, and their units. Outcomes of a goal
-- that counts volume by the agency's decision, and ideas that are not good, are in no count.
select o.client_id, o.action_class, count(*), trim_scale(sum(o.quantity))
from app.outcomes o
join app.goals g on g.tenant_id = $1 and g.client_id = o.client_id and g.id = o.goal_id and g.volume_kept_at is null
join app.purposes p on p.tenant_id = $1 and p.client_id = o.client_id and p.id = g.purpose_id
where o.tenant_id = $1 and o.client_id = any($2) and o.occurred_on >= $3 and o.occurred_on < $4 and o.retracted_at is null
  and (o.idea_grade = 'GOOD' or g.stream is distinct from 'MARKET_INSIGHT' or p.type <> 'IDEA_GENERATION')
group by o.client_id, o.action_class
