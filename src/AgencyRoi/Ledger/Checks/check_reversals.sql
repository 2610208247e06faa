-- One row per reversal that is not minus the entry it takes back.
select
  r.client_id, date_trunc('month', r.day::timestamp)::date, concat_ws(' ', 'version', r.version, 'line', r.line_no),
  concat_ws(' ', e.day, -e.client_amount, e.unit), concat_ws(' ', r.day, r.client_amount, r.unit)
from app.ledger_entries r
  join app.ledger_entries e
    on e.tenant_id = $1 and e.client_id = r.client_id and e.version = r.reverses_version and e.line_no = r.reverses_line
where r.tenant_id = $1 and r.reverses_version is not null
  and (r.day, r.viewpoint, r.side, r.line, r.value_stream, r.cost_category, r.grade, r.basis, r.channel_id, r.campaign_id, r.goal_id, r.unit, r.source_id,
       r.quantity, r.client_amount, r.adjusted_amount, r.low_amount, r.high_amount,
       r.agency_amount, r.agency_adjusted_amount, r.agency_low_amount, r.agency_high_amount)
    is distinct from
      (e.day, e.viewpoint, e.side, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id, e.campaign_id, e.goal_id, e.unit, e.source_id,
       -e.quantity, -e.client_amount, -e.adjusted_amount, -e.low_amount, -e.high_amount,
       -e.agency_amount, -e.agency_adjusted_amount, -e.agency_low_amount, -e.agency_high_amount)
order by 1, 2, 3
