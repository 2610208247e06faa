-- One row per client, kind of entry, goal of these ($6) and channel or campaign ($7; else one for all) over [$4, $5).
select
  s.client_id, s.line, s.value_stream, s.cost_category, s.grade, s.basis, s.goal_id,
  case $7 when 'CHANNEL' then s.channel_id when 'CAMPAIGN' then s.campaign_id end as part_id,
  sum(s.entries)::bigint, sum(s.quantity),
  sum(s.client_amount), sum(s.adjusted_amount), sum(s.low_amount), sum(s.high_amount),
  sum(s.agency_amount), sum(s.agency_adjusted_amount), sum(s.agency_low_amount), sum(s.agency_high_amount)
from app.ledger_days s
where s.tenant_id = $1 and s.client_id = any($2) and s.viewpoint = $3 and s.day >= $4 and s.day < $5 and s.goal_id = any($6)
group by s.client_id, s.line, s.value_stream, s.cost_category, s.grade, s.basis, s.goal_id, part_id
