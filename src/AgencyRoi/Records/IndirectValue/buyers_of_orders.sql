-- One row per contact who bought one of the orders, each given as a client and the sale's external reference.
select distinct s.client_id, s.contact_reference
from unnest($2::uuid[], $3::text[]) as o (client_id, reference)
join app.sales s on s.tenant_id = $1 and s.client_id = o.client_id and s.external_reference = o.reference
where s.contact_reference is not null
