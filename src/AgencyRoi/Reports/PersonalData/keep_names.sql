-- The names that claims give their units besides the first.
insert into app.claim_names (tenant_id, client_id, name, source_id, unit)
select $1, $2, n.name, n.source_id, n.unit
from unnest($3::uuid[], $4::text[], $5::text[]) as n (source_id, unit, name)
