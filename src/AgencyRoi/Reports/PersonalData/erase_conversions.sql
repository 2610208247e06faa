-- Conversions at the ends of journeys of nobody. One whose moment is known keeps one on its day.
update app.sales s
set named_key = r.key, journey_key = r.key, converted_at = r.converted_at, occurred_at = case when s.occurred_at is null then null else r.converted_at end,
  updated_at = $3
from unnest($4::uuid[], $5::uuid[], $6::timestamptz[]) as r (id, key, converted_at)
where s.tenant_id = $1 and s.client_id = $2 and s.id = r.id
