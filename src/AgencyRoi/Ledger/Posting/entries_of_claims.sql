-- One row per place of an entry that a claim points at.
select e.*
from unnest($2::uuid[], $3::bigint[], $4::int[]) as p (client_id, version, line_no)
  join app.ledger_entries e on e.tenant_id = $1 and e.client_id = p.client_id and e.version = p.version and e.line_no = p.line_no
