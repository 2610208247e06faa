-- One row per entry of the facts that has not been reversed.
select e.*
from unnest($2::uuid[], $3::uuid[]) as s (client_id, source_id)
  join app.ledger_entries e on e.tenant_id = $1 and e.client_id = s.client_id and e.source_id = s.source_id
where e.reverses_version is null
  and not exists (
    select from app.ledger_entries r
    where r.tenant_id = $1 and r.client_id = e.client_id and r.reverses_version = e.version and r.reverses_line = e.line_no)
