-- Stages of some contacts without the reference by which another system knows them. Those that followed from what the contact did stay too, though nobody did it any more.
update app.contact_stages s
set external_reference = $5 || replace(gen_random_uuid()::text, '-', ''), is_derived = false, version = s.version + 1, updated_at = $4
where s.tenant_id = $1 and s.client_id = $2 and s.contact_id = any($3)
