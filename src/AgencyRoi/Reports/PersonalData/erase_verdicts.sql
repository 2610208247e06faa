-- Decisions about outcomes and conversions, without what was written beside them. $3 is no part of them.
update app.duplicate_verdicts v
set note = null
where v.tenant_id = $1 and v.client_id = $2 and $3::timestamptz is not null and (v.outcome_id = any($4) or v.sale_id = any($4)) and v.note is not null
