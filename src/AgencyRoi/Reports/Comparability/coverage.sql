-- One row per client, channel, campaign and goal: what was spent there, and what was measured there, at all, as revenue, and by a test.
-- Grade E is no measurement. All in the agency's currency.
select d.client_id, d.channel_id, d.campaign_id, d.goal_id,
  coalesce(sum(d.agency_amount) filter (where d.side = 'COST'), 0),
  coalesce(sum(d.agency_amount) filter (where d.side = 'VALUE' and d.grade <> 'E'), 0) <> 0,
  coalesce(sum(d.agency_amount) filter (where d.side = 'VALUE' and d.basis in ('MARGIN', 'REVENUE')), 0) <> 0,
  coalesce(sum(d.agency_amount) filter (where d.side = 'VALUE' and d.grade in ('A', 'B')), 0) <> 0
from app.ledger_days d
where d.tenant_id = $1 and d.client_id = any($2) and d.viewpoint = $3 and d.day >= $4 and d.day < $5
group by d.client_id, d.channel_id, d.campaign_id, d.goal_id
