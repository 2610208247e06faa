-- One row per claim of others that would get a share of one of the units if the facts ($4) claimed nothing there. A bound for what can change, in the
-- order in which claims are served; who gets what is worked out from these rows. $5: the streams in their order.
select
  c.client_id, c.unit, c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.posted_version, c.posted_line,
  c.whole_entry
from (
  select
    c.*,
    coalesce(sum(c.claimed) over (
      partition by c.client_id, c.unit
      order by c.grade collate "C", c.occurred_on, array_position($5::text[], c.stream), c.external_reference collate "C", c.source_id
      rows between unbounded preceding and 1 preceding), 0) as served_before
  from app.claims c
  where c.tenant_id = $1 and c.client_id = any($2) and c.unit = any($3) and c.source_id <> all($4)) c
where c.served_before < 1
