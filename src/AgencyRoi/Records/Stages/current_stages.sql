-- One row per contact of these, and per one that is kept of them, whose current stage is another than it was: the latest that is not retracted, of one day the later in
-- the order of stages, since the first day after which no other was said; and since when it is known, the day of the first stage, or that on which it was made.
with named as (
  select c.id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.id = any($3)
  union
  select c.kept_id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.id = any($3)
), given as (
  select n.id, n.id as contact_id from named n
  union
  select n.id, m.id as contact_id
  from named n
    join app.contacts m on m.tenant_id = $1 and m.client_id = $2 and m.kept_id = n.id
), said as (
  select g.id, f.stage, f.occurred_on, array_position($4, f.stage) as place
  from given g
    join app.contact_stages f on f.tenant_id = $1 and f.client_id = $2 and f.contact_id = g.contact_id and f.retracted_at is null
), latest as (
  select distinct on (s.id) s.id, s.stage from said s order by s.id, s.occurred_on desc, s.place desc
), first as (
  select s.id, min(s.occurred_on) as day from said s group by s.id
), others as (
  select s.id, max(s.occurred_on) as day from said s join latest l on l.id = s.id and l.stage <> s.stage group by s.id
), since as (
  select s.id, min(s.occurred_on) as day
  from said s
    join latest l on l.id = s.id and l.stage = s.stage
    left join others o on o.id = s.id
  where o.day is null or s.occurred_on >= o.day
  group by s.id
)
update app.contacts c
set stage = l.stage, stage_since = d.day, known_since = coalesce(f.day, (c.created_at at time zone 'UTC')::date), version = c.version + 1, updated_at = $5
from named n
  left join latest l on l.id = n.id
  left join since d on d.id = n.id
  left join first f on f.id = n.id
where c.tenant_id = $1 and c.client_id = $2 and c.id = n.id and (c.stage, c.stage_since, c.known_since) is distinct from (l.stage, d.day, coalesce(f.day, (c.created_at at time zone 'UTC')::date))
