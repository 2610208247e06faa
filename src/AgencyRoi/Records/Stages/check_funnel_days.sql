-- One row per day, stage, channel and campaign whose sums are others than the kept steps come to. $2: the steps in their order. $3: the id of none, asked for by no part.
with steps as (
  select s.client_id, s.contact_id, s.stage, array_position($2::text[], s.stage) as place, s.reached_on, s.channel_id, s.campaign_id
  from app.contact_steps s
  where s.tenant_id = $1 and $3::uuid is not null
), present as (
  select
    s.client_id, s.reached_on as day, s.stage, s.channel_id, s.campaign_id,
    count(*) as entered, count(n.reached_on) as went_on, coalesce(sum(n.reached_on - s.reached_on), 0) as days_between
  from steps s
    left join steps n on n.client_id = s.client_id and n.contact_id = s.contact_id and n.place = s.place + 1
  group by 1, 2, 3, 4, 5
), kept as (
  select d.client_id, d.day, d.stage, d.channel_id, d.campaign_id, d.entered, d.went_on, d.days_between
  from app.funnel_days d
  where d.tenant_id = $1 and (d.entered, d.went_on, d.days_between) <> (0, 0, 0)
)
select
  client_id, date_trunc('month', day::timestamp)::date, concat_ws(' ', day, stage, 'by', channel_id, campaign_id),
  concat_ws(' ', p.entered, p.went_on, p.days_between), concat_ws(' ', k.entered, k.went_on, k.days_between)
from present p
  full join kept k using (client_id, day, stage, channel_id, campaign_id)
where (p.entered, p.went_on, p.days_between) is distinct from (k.entered, k.went_on, k.days_between)
order by 1, 2, 3
