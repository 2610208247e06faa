-- Notes everybody of the client who touched it or bought. The id is the person's own: a person is noted once.
insert into app.journey_changes (tenant_id, client_id, id, journey_key)
select $1, $2, p.journey_key, p.journey_key
from (
  select t.journey_key from app.touches t where t.tenant_id = $1 and t.client_id = $2
  union
  select coalesce(s.journey_key, s.id) from app.sales s where s.tenant_id = $1 and s.client_id = $2) p
on conflict on constraint journey_changes_key do nothing
