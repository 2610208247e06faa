-- Outcomes without what names whom they are of.
update app.outcomes o
set external_reference = r.external_reference, order_reference = r.order_reference, lead_reference = r.lead_reference, contact_reference = r.contact_reference,
  note = null, version = o.version + 1, updated_at = $3
from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[])
  as r (id, external_reference, order_reference, lead_reference, contact_reference)
where o.tenant_id = $1 and o.client_id = $2 and o.id = r.id
