-- Entries of some sources under other names of their units.
update app.ledger_entries e
set unit = r.becomes
from unnest($3::uuid[], $4::text[], $5::text[]) as r (source_id, was, becomes)
where e.tenant_id = $1 and e.client_id = $2 and e.source_id = r.source_id and e.unit = r.was
