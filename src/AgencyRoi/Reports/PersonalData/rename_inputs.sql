-- Entries of refunds, which say among their inputs which conversion they take back.
update app.ledger_entries e
set inputs = jsonb_set(e.inputs, '{sale}', to_jsonb(r.sale), false)
from unnest($3::uuid[], $4::text[]) as r (source_id, sale)
where e.tenant_id = $1 and e.client_id = $2 and e.source_id = r.source_id
