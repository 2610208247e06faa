-- Notes by what sales are posted now. It is no new content: their versions stay, so that nobody who read one has to read it again.
update app.sales s
set is_attributed = n.is_attributed, journey = n.journey::jsonb, booked_amount = n.booked_amount
from unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::text[], $6::numeric[]) as n (client_id, id, is_attributed, journey, booked_amount)
where s.tenant_id = $1 and s.client_id = n.client_id and s.id = n.id
