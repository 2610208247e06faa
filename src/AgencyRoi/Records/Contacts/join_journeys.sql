-- Puts the touches and the conversions of some contacts, and of all that are merged with them, into the journeys of their people. A fact can only be in a journey whose key is one
-- of its contact's keys; where contacts were merged or split ($4), one of the keys of any of them. One row per key in whose journeys something may be another than it was,
-- with the earliest and the latest moment of what moved. "offset 0" has each contact looked up by itself, also where the tables are new and nothing is known of their sizes.
with kept as (
  select distinct c.kept_id
  from unnest($3::uuid[]) as g (id)
    cross join lateral (select c.kept_id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.id = g.id offset 0) c
), keys as (
  select case when $4 then $2 else k.kept_id end as family, k.kept_id, o.kind, o.key_hash
  from kept k
    cross join lateral (select c.id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.kept_id = k.kept_id offset 0) m
    cross join lateral (
      select c.kind, c.key_hash
      from app.contact_keys c
      where c.tenant_id = $1 and c.client_id = $2 and c.contact_id = m.id and c.kind in ('CRM_ID', 'DEVICE')
      offset 0) o
), named as (
  select k.family, k.key_hash, first_value(k.key_hash) over (partition by k.kept_id order by k.kind, k.key_hash) as person,
    count(*) over (partition by k.family) as number
  from keys k
), moves as materialized (
  select n.family, s.key_hash as stood_in, n.key_hash as named, n.person
  from named n
    join named s on s.family = n.family and s.key_hash <> n.person
  where n.number > 1
), touched as (
  update app.touches t
  set journey_key = m.person
  from moves m
  where t.tenant_id = $1 and t.client_id = $2 and t.journey_key = m.stood_in and t.named_key = m.named
  returning m.family, t.touched_at as at
), converted as (
  update app.sales s
  set journey_key = m.person
  from moves m
  where s.tenant_id = $1 and s.client_id = $2 and s.journey_key = m.stood_in and s.named_key = m.named
  returning m.family, s.converted_at as at
), moved as (
  select a.family, min(a.at) as first_at, max(a.at) as last_at
  from (select t.family, t.at from touched t union all select c.family, c.at from converted c) a
  group by a.family
)
select n.key_hash, m.first_at, m.last_at
from moved m
  join named n on n.family = m.family
