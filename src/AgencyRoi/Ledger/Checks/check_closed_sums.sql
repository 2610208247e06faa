-- One row per edition, kind of entry, channel, campaign and goal of each closed month, from the ledger itself.
select
  e.client_id, m.month, e.edition, e.viewpoint, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id, e.campaign_id, e.goal_id,
  count(*), sum(e.quantity),
  sum(e.client_amount), sum(e.adjusted_amount), sum(e.low_amount), sum(e.high_amount),
  sum(e.agency_amount), sum(e.agency_adjusted_amount), sum(e.agency_low_amount), sum(e.agency_high_amount)
from (select distinct client_id, month from app.period_closes where tenant_id = $1) m
  join app.ledger_entries e
    on e.tenant_id = $1 and e.client_id = m.client_id and e.day >= m.month and e.day < (m.month + interval '1 month')::date
group by e.client_id, m.month, e.edition, e.viewpoint, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id, e.campaign_id, e.goal_id
