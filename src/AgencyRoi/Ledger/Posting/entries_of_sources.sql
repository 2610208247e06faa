-- One row per entry of the facts, reversals among them. Each is found by the order of its index alone.
select
  e.client_id, e.version, e.line_no, e.day, e.edition, e.viewpoint, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id,
  e.campaign_id, e.goal_id, e.unit, e.share, e.quantity, e.source_kind, e.source_id, e.source_revision, e.method, e.method_version,
  e.inputs, e.original_amount, e.original_currency, e.client_rate, e.agency_rate, e.client_amount, e.adjusted_amount, e.low_amount,
  e.high_amount, e.agency_amount, e.agency_adjusted_amount, e.agency_low_amount, e.agency_high_amount, e.reverses_version, e.reverses_line,
  e.recorded_at, e.recorded_by, e.cause
from unnest($2::uuid[], $3::uuid[]) as s (client_id, source_id)
cross join lateral (
  select * from app.ledger_entries k
  where k.tenant_id = $1 and k.client_id = s.client_id and k.source_id >= s.source_id and k.source_id <= s.source_id order by k.source_id) e
