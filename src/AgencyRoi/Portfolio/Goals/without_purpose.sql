-- One row per client, channel and campaign that serves no measured purpose: one with a goal that was activated.
-- A channel serves the purposes that it was linked to and those of the goals that name it; a campaign those of the goals that name it, one above it or one below it.
with recursive measured as (
  select g.client_id, g.purpose_id, g.channel_id, g.campaign_id
  from app.goals g
  where g.tenant_id = $1 and g.client_id = any($2) and g.status <> 'DRAFT'),
below as (
  select m.client_id, m.campaign_id as id from measured m where m.campaign_id is not null
  union
  select c.client_id, c.id
  from app.campaigns c join below b on b.client_id = c.client_id and b.id = c.parent_id
  where c.tenant_id = $1 and c.client_id = any($2)),
above as (
  select c.client_id, c.id, c.parent_id
  from app.campaigns c join measured m on m.client_id = c.client_id and m.campaign_id = c.id
  where c.tenant_id = $1 and c.client_id = any($2)
  union
  select c.client_id, c.id, c.parent_id
  from app.campaigns c join above a on a.client_id = c.client_id and a.parent_id = c.id
  where c.tenant_id = $1 and c.client_id = any($2))
select 'CLIENT', c.id
from app.clients c
where c.tenant_id = $1 and c.id = any($2) and c.kind = 'CLIENT'
  and not exists (select from measured m where m.client_id = c.id)
union all
select 'CHANNEL', c.id
from app.channels c
where c.tenant_id = $1 and c.client_id = any($2)
  and not exists (select from measured m where m.client_id = c.client_id and m.channel_id = c.id)
  and not exists (
    select from app.channel_purposes p join measured m on m.client_id = p.client_id and m.purpose_id = p.purpose_id
    where p.tenant_id = $1 and p.client_id = c.client_id and p.channel_id = c.id)
union all
select 'CAMPAIGN', c.id
from app.campaigns c
where c.tenant_id = $1 and c.client_id = any($2)
  and not exists (select from below b where b.client_id = c.client_id and b.id = c.id)
  and not exists (select from above a where a.client_id = c.client_id and a.id = c.id)
