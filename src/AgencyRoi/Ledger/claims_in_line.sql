-- One row per claim of others that would get a share of one of the units if the facts ($6) claimed nothing and joined nothing. A bound for what can change,
-- in the order in which claims are served; who gets what is worked out from these rows. $3, $4, $5: the names of the units, and which of them are one
-- without the facts. $7: the streams in their order. The line is sorted by narrow rows, and those at its head are read whole. The facts are looked up in
-- a hash: "<> all ($6)" goes through the list for each row once the plan is a generic one, which took seconds for 30,000 facts.
select
  c.client_id, c.unit, c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.posted_version, c.posted_line,
  c.whole_entry, c.unrounded
from (
  select
    l.client_id, l.unit, l.source_id,
    coalesce(sum(l.claimed) over (
      partition by l.client_id, n.joined
      order by l.grade collate "C", l.occurred_on, array_position($7::text[], l.stream), l.external_reference collate "C", l.source_id
      rows between unbounded preceding and 1 preceding), 0) as served_before
  from app.claims l
    join unnest($3::uuid[], $4::text[], $5::int[]) as n (client_id, unit, joined) on n.client_id = l.client_id and n.unit = l.unit
  where l.tenant_id = $1 and l.client_id = any($2) and l.unit = any($4) and l.source_id not in (select unnest($6::uuid[]))) head
  join app.claims c on c.tenant_id = $1 and c.client_id = head.client_id and c.unit = head.unit and c.source_id = head.source_id
where head.served_before < 1
