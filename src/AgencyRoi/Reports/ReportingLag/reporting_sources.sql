-- One row per client, viewpoint and source that has reported since a month; of a client without any, one row that names none.
select c.id, c.time_zone, m.viewpoint, m.side, m.code
from app.clients c
left join (
  select distinct client_id, viewpoint, side, coalesce(value_stream, cost_category) as code
  from app.ledger_months
  where tenant_id = $1 and client_id = any($2) and month >= $3
) m on m.client_id = c.id
where c.tenant_id = $1 and c.id = any($2)
