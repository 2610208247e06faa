-- One row per claim that the facts have now, and per claim of anybody on the units.
select
  c.client_id, c.unit, c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.posted_version, c.posted_line,
  c.whole_entry
from app.claims c
where c.tenant_id = $1 and c.client_id = any($2) and (c.unit = any($3) or c.source_id = any($4))
