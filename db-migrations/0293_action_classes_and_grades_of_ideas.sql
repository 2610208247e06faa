-- What an outcome did for the person, and of an idea how good it is. Only good ideas are worth anything.
alter table app.outcomes
  add column action_class text constraint outcomes_action_class check (action_class in ('EDUCATE', 'ENGAGE', 'SERVE')),
  add column idea_grade text constraint outcomes_idea_grade check (idea_grade in ('GOOD', 'FAIR', 'POOR'));

-- Ideas that counted when nobody graded them go on counting.
update app.outcomes as outcome
set idea_grade = 'GOOD'
from app.goals goal
  join app.purposes purpose on purpose.tenant_id = goal.tenant_id and purpose.client_id = goal.client_id and purpose.id = goal.purpose_id
where goal.tenant_id = outcome.tenant_id and goal.client_id = outcome.client_id and goal.id = outcome.goal_id
  and goal.stream = 'MARKET_INSIGHT' and purpose.type = 'IDEA_GENERATION';
