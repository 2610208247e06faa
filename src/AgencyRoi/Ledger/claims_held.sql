-- One row per claim that the facts ($5) have now, and per claim of anybody that holds a share of a unit that the facts touch: by a name ($3, $4) that they
-- give it, by one that they gave it before, or through claims that name several. Claims that wait for a share stay out: a claim that is new gives
-- them none, and what a claim gives back is asked for apart. The names are a list when claims are looked for: one scan of the right index.
with recursive reached as (
  select g.client_id, g.name from unnest($3::uuid[], $4::text[]) as g (client_id, name)
  union
  select c.client_id, c.unit from app.claims c where c.tenant_id = $1 and c.client_id = any($2) and c.source_id = any($5)
  union
  select s.client_id, s.name from app.same_facts s where s.tenant_id = $1 and s.client_id = any($2) and s.source_id = any($5)
  union
  select b.client_id, b.name
  from reached r
    join app.claim_names a on a.tenant_id = $1 and a.client_id = r.client_id and a.name = r.name
    join app.claim_names b on b.tenant_id = $1 and b.client_id = a.client_id and b.source_id = a.source_id and b.unit = a.unit)
select
  c.client_id, c.unit, c.source_id, c.grade, c.occurred_on, c.stream, c.external_reference, c.claimed, c.granted, c.posted_version, c.posted_line,
  c.whole_entry, c.unrounded
from app.claims c
where c.tenant_id = $1 and c.client_id = any($2)
  and (c.source_id = any($5) or (c.posted_version is not null and c.unit = any(array(select name from reached))))
