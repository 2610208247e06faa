-- One row per contact of these, and per one that is kept of them, whose current stage is another than it was: the latest that is not retracted, of one day the later in
-- the order of stages, since the first day after which no other was said; and since when it is known, the day of the first stage, or that on which it was made.
-- "offset 0" has each contact looked up by itself, also where the tables are new and nothing is known of their sizes.
with named as (
  select distinct k.id
  from unnest($3::uuid[]) as g (id)
    cross join lateral (select c.kept_id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.id = g.id offset 0) c
    cross join lateral (values (g.id), (c.kept_id)) as k (id)
), given as (
  select n.id, n.id as contact_id from named n
  union
  select n.id, m.id
  from named n
    cross join lateral (select c.id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.kept_id = n.id offset 0) m
), said as (
  select g.id, f.stage, f.occurred_on, first_value(f.stage) over (partition by g.id order by f.occurred_on desc, array_position($4, f.stage) desc) as latest
  from given g
    cross join lateral (
      select s.stage, s.occurred_on
      from app.contact_stages s
      where s.tenant_id = $1 and s.client_id = $2 and s.contact_id = g.contact_id and s.retracted_at is null
      offset 0) f
), told as (
  select s.*, max(s.occurred_on) filter (where s.stage <> s.latest) over (partition by s.id) as last_other from said s
), current as (
  select
    t.id, t.latest as stage, min(t.occurred_on) as first_on,
    min(t.occurred_on) filter (where t.stage = t.latest and (t.last_other is null or t.occurred_on >= t.last_other)) as since
  from told t
  group by t.id, t.latest
)
update app.contacts c
set stage = l.stage, stage_since = l.since, known_since = coalesce(l.first_on, (c.created_at at time zone 'UTC')::date), version = c.version + 1, updated_at = $5
from named n
  left join current l on l.id = n.id
where c.tenant_id = $1 and c.client_id = $2 and c.id = n.id
  and (c.stage, c.stage_since, c.known_since) is distinct from (l.stage, l.since, coalesce(l.first_on, (c.created_at at time zone 'UTC')::date))
