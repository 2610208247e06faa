-- One row per client, stage and channel or campaign ($7; else one for all) over [$3, $4). Its whole months [$5, $6) come from the months, the days around them from the
-- days, if there are any.
select s.client_id, s.stage, s.part_id, sum(s.entered)::bigint, sum(s.went_on)::bigint, sum(s.days_between)::bigint
from (
  select
    m.client_id, m.stage, case $7 when 'CHANNEL' then m.channel_id when 'CAMPAIGN' then m.campaign_id end as part_id, m.entered, m.went_on, m.days_between
  from app.funnel_months m
  where m.tenant_id = $1 and m.client_id = any($2) and m.month >= $5 and m.month < $6
  union all
  select d.client_id, d.stage, case $7 when 'CHANNEL' then d.channel_id when 'CAMPAIGN' then d.campaign_id end, d.entered, d.went_on, d.days_between
  from app.funnel_days d
  where d.tenant_id = $1 and d.client_id = any($2) and d.day >= $3 and d.day < $5 and $3 < $5
  union all
  select d.client_id, d.stage, case $7 when 'CHANNEL' then d.channel_id when 'CAMPAIGN' then d.campaign_id end, d.entered, d.went_on, d.days_between
  from app.funnel_days d
  where d.tenant_id = $1 and d.client_id = any($2) and d.day >= $6 and d.day < $4 and $6 < $4
) s
group by s.client_id, s.stage, s.part_id
having sum(s.entered) <> 0
