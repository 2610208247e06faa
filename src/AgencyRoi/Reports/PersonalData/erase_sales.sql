-- Conversions without what names the buyer.
update app.sales s
set external_reference = r.external_reference, order_reference = r.order_reference, lead_reference = r.lead_reference, contact_reference = r.contact_reference,
  description = null, version = s.version + 1, updated_at = $3
from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[])
  as r (id, external_reference, order_reference, lead_reference, contact_reference)
where s.tenant_id = $1 and s.client_id = $2 and s.id = r.id
