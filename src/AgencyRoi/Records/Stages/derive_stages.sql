-- Makes the derived stages of some contacts, and of all that are merged with them, what the client's rules make of what they did. They are those of the kept contacts. One row per
-- contact with a stage that is another than it was.
-- "offset 0" has each contact looked up by itself, also where the tables are new and nothing is known of their sizes.
with rules as (
  select r.stage, r.purchase_count, r.within_days from app.contact_stage_rules r where r.tenant_id = $1 and r.client_id = $2
), members as (
  select k.kept_id, m.id
  from (
    select distinct c.kept_id
    from unnest($3::uuid[]) as g (id)
      cross join lateral (select c.kept_id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.id = g.id offset 0) c) k
    cross join lateral (select c.id from app.contacts c where c.tenant_id = $1 and c.client_id = $2 and c.kept_id = k.kept_id offset 0) m
), people as (
  select m.kept_id, o.key_hash
  from members m
    cross join lateral (
      select k.key_hash
      from app.contact_keys k
      where k.tenant_id = $1 and k.client_id = $2 and k.contact_id = m.id and k.kind in ('CRM_ID', 'DEVICE')
      offset 0) o
  where exists (select from rules)
), touched as (
  select p.kept_id, t.touched_at, t.created_at, t.place, t.kind, t.creates_lead, t.channel_id, t.campaign_id, (t.touched_at at time zone l.time_zone)::date as day
  from people p
    join app.touches t on t.tenant_id = $1 and t.client_id = $2 and t.journey_key = p.key_hash and t.retracted_at is null and t.legal_basis is not null
    join app.clients l on l.tenant_id = $1 and l.id = $2
), converted as (
  select p.kept_id, s.converted_at, s.created_at, s.type, s.channel_id, s.campaign_id, s.occurred_on as day
  from people p
    join app.sales s on s.tenant_id = $1 and s.client_id = $2 and s.journey_key = p.key_hash and s.retracted_at is null and s.type in ('SALE', 'IN_STORE', 'LEAD')
), purchases as (
  select distinct on (c.kept_id, c.day) c.kept_id, c.day, c.converted_at, c.channel_id, c.campaign_id
  from converted c
  where c.type <> 'LEAD'
  order by c.kept_id, c.day, c.converted_at, c.created_at
), regular as (
  select p.kept_id, p.day, p.converted_at, p.channel_id, p.campaign_id, r.within_days,
    lag(p.day, r.purchase_count - 1) over (partition by p.kept_id order by p.day) as first_day
  from purchases p
    join rules r on r.stage = 'REGULAR'
), reached as (
  select t.kept_id, 'VISITOR' as stage, t.day, t.touched_at as at, t.created_at, t.place, t.channel_id, t.campaign_id from touched t where t.kind in ('VISIT', 'CLICK')
  union all
  select t.kept_id, 'LEAD', t.day, t.touched_at, t.created_at, t.place, t.channel_id, t.campaign_id from touched t where t.creates_lead
  union all
  select c.kept_id, 'LEAD', c.day, c.converted_at, c.created_at, 0, c.channel_id, c.campaign_id from converted c where c.type = 'LEAD'
  union all
  select p.kept_id, 'CUSTOMER', p.day, p.converted_at, null, 0, p.channel_id, p.campaign_id from purchases p
  union all
  select r.kept_id, 'REGULAR', r.day, r.converted_at, null, 0, r.channel_id, r.campaign_id from regular r where r.day - r.first_day < r.within_days
), earliest as (
  select distinct on (e.kept_id, e.stage) e.kept_id, e.stage, e.day, e.at, e.channel_id, e.campaign_id
  from reached e
    join rules r on r.stage = e.stage
  order by e.kept_id, e.stage, e.at, e.created_at, e.place
), wanted as (
  select e.kept_id as contact_id, e.stage, e.day, w.channel_id, w.campaign_id
  from earliest e
    left join lateral (
      select b.channel_id, b.campaign_id
      from (
        select e.channel_id, e.campaign_id, null::timestamptz as touched_at, null::timestamptz as created_at, 0 as place
        where e.channel_id is not null or e.campaign_id is not null
        union all
        select t.channel_id, t.campaign_id, t.touched_at, t.created_at, t.place from touched t
        where t.kept_id = e.kept_id and t.touched_at <= e.at and (t.channel_id is not null or t.campaign_id is not null)) b
      order by b.touched_at desc nulls first, b.created_at desc, b.place desc
      limit 1) w on true
), gone as (
  update app.contact_stages f
  set retracted_at = $4, version = f.version + 1, updated_at = $4
  from members m
  where f.tenant_id = $1 and f.client_id = $2 and f.contact_id = m.id and f.is_derived and f.retracted_at is null
    and not exists (select from wanted w where w.contact_id = f.contact_id and w.stage = f.stage)
  returning f.contact_id
), changed as (
  update app.contact_stages f
  set occurred_on = w.day, channel_id = w.channel_id, campaign_id = w.campaign_id, retracted_at = null, revision = f.revision + 1, version = f.version + 1, updated_at = $4
  from wanted w
  where f.tenant_id = $1 and f.client_id = $2 and f.contact_id = w.contact_id and f.is_derived and f.stage = w.stage
    and (f.occurred_on, f.channel_id, f.campaign_id, f.retracted_at) is distinct from (w.day, w.channel_id, w.campaign_id, null::timestamptz)
  returning f.contact_id
), made as (
  insert into app.contact_stages (tenant_id, client_id, id, contact_id, stage, occurred_on, channel_id, campaign_id, is_derived, external_reference, created_at, updated_at)
  select $1, $2, w.id, w.contact_id, w.stage, w.day, w.channel_id, w.campaign_id, true, w.id::text, $4, $4
  from (select gen_random_uuid() as id, d.contact_id, d.stage, d.day, d.channel_id, d.campaign_id from wanted d) w
  where not exists (
    select from app.contact_stages f
    where f.tenant_id = $1 and f.client_id = $2 and f.contact_id = w.contact_id and f.is_derived and f.stage = w.stage)
  returning contact_id
)
select contact_id from gone union select contact_id from changed union select contact_id from made
