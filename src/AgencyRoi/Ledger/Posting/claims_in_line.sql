-- One row per claim of others that would get a share of one of the units if the facts ($5) claimed nothing and joined nothing. A bound for what can change,
-- in the order in which claims are served; who gets what is worked out from these rows. $3: the names of the units. $4: by client and name, which of them
-- are one without the facts; looked up in an object, since a join could go through the list for each row. $6: the streams in their order. The line is
-- sorted by narrow rows, and those at its head are read whole. The facts are looked up in a hash: "<> all ($5)" goes through the list for each row
-- once the plan is a generic one, which took seconds for 30,000 facts.
select
  c.client_id, c.unit, c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.posted_version, c.posted_line,
  c.whole_entry, c.unrounded, c.part
from (
  select
    l.client_id, l.unit, l.source_id, l.part,
    coalesce(sum(l.claimed) over (
      partition by l.client_id, (select $4::jsonb) ->> concat(l.client_id, ' ', l.unit)
      order by l.grade collate "C", l.occurred_on, array_position($6::text[], l.stream), l.external_reference collate "C", l.source_id, l.part
      rows between unbounded preceding and 1 preceding), 0) as served_before
  from app.claims l
  where l.tenant_id = $1 and l.client_id = any($2) and l.unit = any($3) and l.source_id not in (select unnest($5::uuid[]))) head
  join app.claims c on c.tenant_id = $1 and c.client_id = head.client_id and c.unit = head.unit and c.source_id = head.source_id and c.part = head.part
where head.served_before < 1
