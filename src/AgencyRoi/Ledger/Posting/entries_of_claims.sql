-- One row per place of an entry that a claim points at.
select
  e.client_id, e.version, e.line_no, e.day, e.edition, e.viewpoint, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id,
  e.campaign_id, e.goal_id, e.unit, e.share, e.quantity, e.source_kind, e.source_id, e.source_revision, e.method, e.method_version,
  e.inputs, e.original_amount, e.original_currency, e.client_rate, e.agency_rate, e.client_amount, e.adjusted_amount, e.low_amount,
  e.high_amount, e.agency_amount, e.agency_adjusted_amount, e.agency_low_amount, e.agency_high_amount, e.reverses_version, e.reverses_line,
  e.recorded_at, e.recorded_by, e.cause
from unnest($2::uuid[], $3::bigint[], $4::int[]) as p (client_id, version, line_no)
  join app.ledger_entries e on e.tenant_id = $1 and e.client_id = p.client_id and e.version = p.version and e.line_no = p.line_no
