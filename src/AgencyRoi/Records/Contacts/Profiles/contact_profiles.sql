-- One row per client, attribute in use and value, of the kept contacts with a legal basis for profiling on the day: how many have it. Values are told where the attribute
-- has a list of them. A row without an attribute counts the contacts of the client, and those of them that have the basis.
with usable as (
  select distinct c.client_id, c.kept_id
  from app.contact_legal_bases b
    join app.contacts c on c.tenant_id = $1 and c.client_id = b.client_id and c.id = b.contact_id
  where b.tenant_id = $1 and b.client_id = any ($2) and b.purpose = 'PROFILING' and b.retracted_at is null
    and b.effective_from <= $3 and (b.ended_from is null or b.ended_from > $3)
), held as (
  select distinct on (u.client_id, u.kept_id, f.attribute_code) u.client_id, f.attribute_code, f.value
  from app.contact_attributes f
    join app.contacts c on c.tenant_id = $1 and c.client_id = f.client_id and c.id = f.contact_id
    join usable u on u.client_id = c.client_id and u.kept_id = c.kept_id
  where f.tenant_id = $1 and f.client_id = any ($2) and f.retracted_at is null and f.occurred_on <= $3
  order by u.client_id, u.kept_id, f.attribute_code, f.occurred_on desc, f.created_at desc, f.id desc
), counted as (
  select h.client_id, h.attribute_code, case when cardinality(a.allowed_values) > 0 then h.value end as value
  from held h
    join app.profile_attributes a on a.tenant_id = $1 and a.client_id = h.client_id and a.code = h.attribute_code and a.archived_at is null
)
select n.client_id, n.attribute_code, n.value, count(*), 0::bigint
from counted n
group by n.client_id, n.attribute_code, n.value
union all
select c.client_id, null, null, count(*), count(u.kept_id)
from app.contacts c
  left join usable u on u.client_id = c.client_id and u.kept_id = c.id
where c.tenant_id = $1 and c.client_id = any ($2) and c.merged_into_id is null
group by c.client_id
