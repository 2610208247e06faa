-- One row per client that serves no measured purpose: one with a goal that was activated.
select 'CLIENT', c.id
from app.clients c
where c.tenant_id = $1 and c.id = any($2) and c.kind = 'CLIENT'
  and not exists (select from app.goals g where g.tenant_id = $1 and g.client_id = c.id and g.status <> 'DRAFT')
