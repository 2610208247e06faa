-- One row per claim on a unit on which some claim of the period got less than it claimed, in the order in which they are served.
select c.client_id, c.unit, c.source_kind, c.source_id, c.stream, c.grade, c.occurred_on, c.external_reference, c.full_amount, c.claimed, c.granted
from app.claims c
where c.tenant_id = $1 and c.client_id = any($2) and (c.client_id, c.unit) in (
  select cut.client_id, cut.unit from app.claims cut
  where cut.tenant_id = $1 and cut.client_id = any($2) and cut.granted < cut.claimed and cut.occurred_on >= $3 and cut.occurred_on < $4
)
order by c.client_id, c.unit
