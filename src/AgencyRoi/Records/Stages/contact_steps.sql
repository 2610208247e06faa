-- One row per contact whose steps may be others, and stage; and by how much that changes the sums. $3: contacts of which something else is said or that were merged or
-- split; $4: the steps in their order. What was kept is taken off, what is said now is added, so that doing it twice changes nothing.
-- "offset 0" has each contact looked up by itself, also where the tables are new and nothing is known of their sizes.
with affected as (
  select distinct k.id
  from unnest($3::uuid[]) as g (id)
    cross join lateral (select c.kept_id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.id = g.id offset 0) c
    cross join lateral (values (g.id), (c.kept_id)) as k (id)
), said as (
  select
    a.id, f.id as fact_id, f.stage, f.occurred_on, array_position($4::text[], f.stage) as place,
    coalesce(f.channel_id, $5::uuid) as channel_id, coalesce(f.campaign_id, $5::uuid) as campaign_id
  from affected a
    cross join lateral (select c.id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.kept_id = a.id offset 0) m
    cross join lateral (
      select s.id, s.stage, s.occurred_on, s.channel_id, s.campaign_id
      from app.contact_stages s
      where s.tenant_id = $1 and s.client_id = $2 and s.contact_id = m.id and s.retracted_at is null
      offset 0) f
), reached as (
  select s.*, max(s.place) over (partition by s.id) as furthest from said s
), present as (
  select distinct on (r.id, s.stage)
    r.id, s.stage, array_position($4::text[], s.stage) as place, r.occurred_on as reached_on, r.stage as stated_stage, r.channel_id, r.campaign_id
  from reached r
    cross join lateral unnest(case when r.place is null then array[r.stage] else ($4::text[])[:r.place] end) as s (stage)
  where r.stage <> 'UNKNOWN' or r.furthest is null
  order by r.id, s.stage, r.occurred_on, r.place, r.fact_id
), kept as (
  select
    a.id, s.stage, array_position($4::text[], s.stage) as place, s.reached_on, s.stated_stage, s.channel_id, s.campaign_id
  from affected a
    cross join lateral (
      select c.stage, c.reached_on, c.stated_stage, c.channel_id, c.campaign_id
      from app.contact_steps c
      where c.tenant_id = $1 and c.client_id = $2 and c.contact_id = a.id
      offset 0) s
), signed as (
  select 1 as sign, p.* from present p
  union all
  select -1 as sign, k.* from kept k
), changed as (
  select s.* from (select s.*, sum(s.sign) over (
    partition by s.id, s.stage, s.reached_on, s.stated_stage, s.channel_id, s.campaign_id) as left_over from signed s) s
  where s.left_over <> 0
), unsaid as materialized (
  select c.id, c.stage from changed c group by c.id, c.stage having max(c.sign) = -1
), gone as (
  delete from app.contact_steps s
  using unsaid g
  where s.tenant_id = $1 and s.client_id = $2 and s.contact_id = g.id and s.stage = g.stage
), stored as (
  insert into app.contact_steps as s (tenant_id, client_id, contact_id, stage, reached_on, stated_stage, channel_id, campaign_id)
  select $1, $2, c.id, c.stage, c.reached_on, c.stated_stage, c.channel_id, c.campaign_id from changed c where c.sign = 1
  on conflict (tenant_id, client_id, contact_id, stage) do update
    set reached_on = excluded.reached_on, stated_stage = excluded.stated_stage, channel_id = excluded.channel_id, campaign_id = excluded.campaign_id
), walked as (
  select
    s.*,
    lead(s.reached_on) over way as next_on,
    first_value(s.reached_on) over way as began_on,
    first_value(s.channel_id) over way as began_by,
    array_position($4::text[], first_value(s.stated_stage) over way) as began_at
  from signed s
  where s.place is not null
  window way as (partition by s.sign, s.id order by s.place)
), counted as (
  select w.reached_on as day, w.stage, w.channel_id, w.campaign_id, w.sign, w.next_on - w.reached_on as days from walked w
  union all
  select s.reached_on, s.stage, s.channel_id, s.campaign_id, s.sign, null from signed s where s.place is null
), change as (
  select
    c.day, c.stage, c.channel_id, c.campaign_id, sum(c.sign) as entered, sum(case when c.days is null then 0 else c.sign end) as went_on,
    sum(c.sign * coalesce(c.days, 0)) as days_between
  from counted c
  group by c.day, c.stage, c.channel_id, c.campaign_id
), days as (
  insert into app.funnel_days as f (tenant_id, client_id, day, stage, channel_id, campaign_id, entered, went_on, days_between)
  select $1, $2, c.day, c.stage, c.channel_id, c.campaign_id, c.entered, c.went_on, c.days_between
  from change c
  where c.entered <> 0 or c.went_on <> 0 or c.days_between <> 0
  on conflict (tenant_id, client_id, day, stage, channel_id, campaign_id) do update
    set entered = f.entered + excluded.entered, went_on = f.went_on + excluded.went_on, days_between = f.days_between + excluded.days_between
), months as (
  insert into app.funnel_months as f (tenant_id, client_id, month, stage, channel_id, campaign_id, entered, went_on, days_between)
  select
    $1, $2, date_trunc('month', c.day::timestamp)::date, c.stage, c.channel_id, c.campaign_id, sum(c.entered), sum(c.went_on), sum(c.days_between)
  from change c
  where c.entered <> 0 or c.went_on <> 0 or c.days_between <> 0
  group by date_trunc('month', c.day::timestamp)::date, c.stage, c.channel_id, c.campaign_id
  on conflict (tenant_id, client_id, month, stage, channel_id, campaign_id) do update
    set entered = f.entered + excluded.entered, went_on = f.went_on + excluded.went_on, days_between = f.days_between + excluded.days_between
)
insert into app.funnel_flows as f (tenant_id, client_id, day, channel_id, next_channel_id, contacts)
select $1, $2, w.began_on, w.began_by, w.channel_id, sum(w.sign)
from walked w
where w.place = w.began_at + 1
group by w.began_on, w.began_by, w.channel_id
having sum(w.sign) <> 0
on conflict (tenant_id, client_id, day, channel_id, next_channel_id) do update set contacts = f.contacts + excluded.contacts
