-- One row per client, day, kind of fact, kind of entry, place and terms by which entries stand, of days from $3 on and kinds of facts in $4: how many.
select
  t.client_id, t.source_kind, t.day, t.kind, t.channel_id, t.campaign_id, t.goal_id, t.method, t.method_version, t.currency, t.client_rate, t.agency_rate,
  t.unit_price, t.factor, t.standing
from app.ledger_terms t
where t.tenant_id = $1 and t.client_id = any($2) and t.day >= $3 and t.source_kind = any($4) and t.standing > 0
