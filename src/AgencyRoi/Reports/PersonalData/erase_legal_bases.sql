-- Legal bases of some contacts without source, proof and reference. Whose data are gone is used for nothing from that day on.
update app.contact_legal_bases b
set source = 'erased',
  proof = null,
  external_reference = $5 || replace(gen_random_uuid()::text, '-', ''),
  ended_from = least(b.ended_from, greatest(b.effective_from, $6)),
  version = b.version + 1,
  updated_at = $4
where b.tenant_id = $1 and b.client_id = $2 and b.contact_id = any($3)
