-- Gives conversions the keys of their journeys and the moments in which they end.
update app.sales s
set named_key = k.journey_key, journey_key = k.journey_key, converted_at = k.converted_at
from unnest($3::uuid[], $4::uuid[], $5::timestamptz[]) as k (id, journey_key, converted_at)
where s.tenant_id = $1 and s.client_id = $2 and s.id = k.id
