-- One row per claim that the facts have now, and per claim of anybody that holds a share of one of the units. Claims that wait for a share stay
-- out: a claim that is new gives them none, and what a claim gives back is asked for apart.
select
  c.client_id, c.unit, c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.posted_version, c.posted_line,
  c.whole_entry, c.unrounded
from app.claims c
where c.tenant_id = $1 and c.client_id = any($2) and (c.source_id = any($4) or (c.unit = any($3) and c.posted_version is not null))
