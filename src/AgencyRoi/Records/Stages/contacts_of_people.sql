-- One row per kept contact among these people, of clients that have stages made of what their contacts do.
select distinct k.client_id, c.kept_id
from unnest($2::uuid[], $3::uuid[]) as p (client_id, journey_key)
  join app.contact_keys k on k.tenant_id = $1 and k.client_id = p.client_id and k.key_hash = p.journey_key
  join app.contacts c on c.tenant_id = $1 and c.client_id = k.client_id and c.id = k.contact_id
where exists (select from app.contact_stage_rules r where r.tenant_id = $1 and r.client_id = p.client_id)
