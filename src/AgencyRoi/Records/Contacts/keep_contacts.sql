-- One row per contact of a tree of merges, all kept by one contact from now on, and one for the kept contact that wins or loses them.
with recursive tree as (
  select c.id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.id = $3
  union
  select c.id
  from app.contacts c
    join tree t on c.merged_into_id = t.id
  where c.tenant_id = $1 and c.client_id = $2
)
update app.contacts c
set kept_id = k.kept_id,
  merged_into_id = case when c.id = $3 then $5 else c.merged_into_id end,
  version = c.version + 1,
  updated_at = $6
from (select t.id, $4::uuid as kept_id from tree t union select $7::uuid, $7::uuid) as k
where c.tenant_id = $1 and c.client_id = $2 and c.id = k.id
