-- Notes the people whose journeys changed, of clients whose journeys are summed.
insert into app.journey_changes (tenant_id, client_id, id, journey_key)
select $1, c.client_id, c.id, c.journey_key
from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as c (client_id, id, journey_key)
  join app.journey_heads h on h.tenant_id = $1 and h.client_id = c.client_id
