-- Notes what refunds take back now. Their versions stay.
update app.refunds r
set booked_amount = n.booked_amount
from unnest($2::uuid[], $3::uuid[], $4::numeric[]) as n (client_id, id, booked_amount)
where r.tenant_id = $1 and r.client_id = n.client_id and r.id = n.id
