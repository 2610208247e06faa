-- One row per conversion of the client that names its contact.
select s.id, s.contact_reference, s.occurred_at, s.occurred_on, c.time_zone
from app.sales s
  join app.clients c on c.tenant_id = $1 and c.id = s.client_id
where s.tenant_id = $1 and s.client_id = $2 and s.contact_reference is not null
