-- One row per name of each claim that names several, of those that the names ($3, $4) and the facts ($5) reach. Who reaches a claim by one name reaches
-- all names of it.
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
select n.client_id, n.unit, n.source_id, n.name
from reached r
  join app.claim_names n on n.tenant_id = $1 and n.client_id = r.client_id and n.name = r.name
