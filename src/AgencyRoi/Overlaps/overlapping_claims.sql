-- One row per claim on a unit on which some claim of the period got less than it claimed, with the names that it gives the unit where it gives several.
with recursive cut as (
  select distinct c.client_id, c.unit from app.claims c
  where c.tenant_id = $1 and c.client_id = any($2) and c.granted < c.claimed and c.occurred_on >= $3 and c.occurred_on < $4),
reached as (
  select client_id, unit as name from cut
  union
  select b.client_id, b.name
  from reached r
    join app.claim_names a on a.tenant_id = $1 and a.client_id = r.client_id and a.name = r.name
    join app.claim_names b on b.tenant_id = $1 and b.client_id = a.client_id and b.source_id = a.source_id and b.unit = a.unit)
select
  c.client_id, c.unit, c.source_kind, c.source_id, c.stream, c.grade, c.occurred_on, c.external_reference, c.full_amount, c.claimed, c.granted,
  array(
    select n.name from app.claim_names n
    where n.tenant_id = $1 and n.client_id = c.client_id and n.source_id = c.source_id and n.unit = c.unit)
from app.claims c
where c.tenant_id = $1 and c.client_id = any($2) and (c.client_id, c.unit) in (select client_id, name from reached)
order by c.client_id, c.unit collate "C", c.source_id
