-- One row per claim on the units of these names ($3), in the order of names.
select c.client_id, c.unit, c.source_kind, c.source_id, c.stream, c.grade, c.occurred_on, c.external_reference, c.full_amount, c.claimed, c.granted, c.part
from app.claims c
where c.tenant_id = $1 and c.client_id = any($2) and c.unit = any($3)
order by c.client_id, c.unit collate "C", c.source_id, c.part
