-- One row per claim that the facts ($4, $5) have now, and per claim of anybody that holds a share of one of the units ($2, $3). Claims that wait for a share stay
-- out: a claim that is new gives them none, and what a claim gives back is asked for apart. Each row is found by the order of its index alone.
select
  c.client_id, c.unit, c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.posted_version, c.posted_line,
  c.whole_entry, c.unrounded, c.part
from unnest($2::uuid[], $3::text[]) as n (client_id, unit)
cross join lateral (
  select * from app.claims k where k.tenant_id = $1 and k.client_id = n.client_id and k.unit >= n.unit and k.unit <= n.unit order by k.unit) c
where c.posted_version is not null
union all
select
  c.client_id, c.unit, c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.posted_version, c.posted_line,
  c.whole_entry, c.unrounded, c.part
from unnest($4::uuid[], $5::uuid[]) as s (client_id, source_id)
cross join lateral (
  select * from app.claims k
  where k.tenant_id = $1 and k.client_id = s.client_id and k.source_id >= s.source_id and k.source_id <= s.source_id order by k.source_id) c
