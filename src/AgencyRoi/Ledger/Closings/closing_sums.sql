-- One row per kind of entry, channel, campaign and goal of a month, as far as it was posted up to an edition.
select
  s.viewpoint, s.line, s.value_stream, s.cost_category, s.grade, s.basis, s.channel_id, s.campaign_id, s.goal_id,
  sum(s.entries)::bigint, sum(s.quantity),
  sum(s.client_amount), sum(s.adjusted_amount), sum(s.low_amount), sum(s.high_amount),
  sum(s.agency_amount), sum(s.agency_adjusted_amount), sum(s.agency_low_amount), sum(s.agency_high_amount)
from app.ledger_days s
where s.tenant_id = $1 and s.client_id = $2 and s.day >= $3 and s.day < $4 and s.edition <= $5
group by s.viewpoint, s.line, s.value_stream, s.cost_category, s.grade, s.basis, s.channel_id, s.campaign_id, s.goal_id
