-- One row per month, stage, channel and campaign whose sums are others than those of its days. $2, $3: as the other checks are given them.
with present as (
  select
    d.client_id, date_trunc('month', d.day::timestamp)::date as month, d.stage, d.channel_id, d.campaign_id,
    sum(d.entered) as entered, sum(d.went_on) as went_on, sum(d.days_between) as days_between
  from app.funnel_days d
  where d.tenant_id = $1 and $2::text[] is not null and $3::uuid is not null
  group by 1, 2, 3, 4, 5
), kept as (
  select m.client_id, m.month, m.stage, m.channel_id, m.campaign_id, m.entered, m.went_on, m.days_between
  from app.funnel_months m
  where m.tenant_id = $1
)
select
  client_id, month, concat_ws(' ', stage, 'by', channel_id, campaign_id),
  concat_ws(' ', p.entered, p.went_on, p.days_between), concat_ws(' ', k.entered, k.went_on, k.days_between)
from present p
  full join kept k using (client_id, month, stage, channel_id, campaign_id)
where (coalesce(p.entered, 0), coalesce(p.went_on, 0), coalesce(p.days_between, 0))
  <> (coalesce(k.entered, 0), coalesce(k.went_on, 0), coalesce(k.days_between, 0))
order by 1, 2, 3
