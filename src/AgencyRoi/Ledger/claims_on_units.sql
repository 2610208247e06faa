-- One row per claim on the units that a posting touches: those it claims and those its facts claimed before.
with touched as (
  select u.client_id, u.unit from unnest($2::uuid[], $3::text[]) as u (client_id, unit)
  union
  select c.client_id, c.unit
  from unnest($4::uuid[], $5::uuid[]) as s (client_id, source_id)
    join app.claims c on c.tenant_id = $1 and c.client_id = s.client_id and c.source_id = s.source_id)
select c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.whole_entry, e.*
from touched t
  join app.claims c on c.tenant_id = $1 and c.client_id = t.client_id and c.unit = t.unit
  left join app.ledger_entries e
    on e.tenant_id = $1 and e.client_id = c.client_id and e.version = c.posted_version and e.line_no = c.posted_line
