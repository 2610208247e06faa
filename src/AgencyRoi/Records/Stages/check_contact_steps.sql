-- One row per contact and stage whose kept step is another than its statements say. $2: the steps in their order.
with said as (
  select
    c.client_id, c.kept_id as contact_id, f.id as fact_id, f.stage, f.occurred_on, f.channel_id, f.campaign_id, array_position($2::text[], f.stage) as place
  from app.contact_stages f
    join app.contacts c on c.tenant_id = $1 and c.client_id = f.client_id and c.id = f.contact_id
  where f.tenant_id = $1 and f.retracted_at is null
), reached as (
  select s.*, max(s.place) over (partition by s.client_id, s.contact_id) as furthest from said s
), present as (
  select distinct on (r.client_id, r.contact_id, s.stage)
    r.client_id, r.contact_id, s.stage, r.occurred_on as reached_on,
    concat_ws(' ', r.occurred_on, r.stage, 'by', coalesce(r.channel_id, $3), coalesce(r.campaign_id, $3)) as step
  from reached r
    cross join lateral unnest(case when r.place is null then array[r.stage] else ($2::text[])[:r.place] end) as s (stage)
  where r.stage <> 'UNKNOWN' or r.furthest is null
  order by r.client_id, r.contact_id, s.stage, r.occurred_on, r.place, r.fact_id
), kept as (
  select
    k.client_id, k.contact_id, k.stage, k.reached_on, concat_ws(' ', k.reached_on, k.stated_stage, 'by', k.channel_id, k.campaign_id) as step
  from app.contact_steps k
  where k.tenant_id = $1
)
select
  client_id, date_trunc('month', coalesce(p.reached_on, k.reached_on)::timestamp)::date, concat_ws(' ', contact_id, stage), coalesce(p.step, ''), coalesce(k.step, '')
from present p
  full join kept k using (client_id, contact_id, stage)
where p.step is distinct from k.step
order by 1, 2, 3
