-- One row per kept contact that is in a segment on a day: it has a legal basis for profiling then, and all conditions hold. $4 are stages, $5 the codes of attributes, $6
-- the values of these as CODE=value, $7 a network, $8 the moment since which contacts were entered; an empty list and null are no condition. Each condition is worked out once
-- for all contacts, however little the planner knows of them. Whoever was erased is in none, of whatever day.
with usable as materialized (
  select distinct c.kept_id
  from app.contact_legal_bases b
    join app.contacts c on c.tenant_id = $1 and c.client_id = $2 and c.id = b.contact_id
  where b.tenant_id = $1 and b.client_id = $2 and b.purpose = 'PROFILING' and b.retracted_at is null
    and b.effective_from <= $3 and (b.ended_from is null or b.ended_from > $3)
), on_network as materialized (
  select distinct c.kept_id
  from app.contact_keys y
    join app.contacts c on c.tenant_id = $1 and c.client_id = $2 and c.id = y.contact_id
  where y.tenant_id = $1 and y.client_id = $2 and y.network_code = $7::text
), answering as materialized (
  select h.kept_id
  from (
    select distinct on (c.kept_id, f.attribute_code) c.kept_id, f.attribute_code, f.value
    from app.contact_attributes f
      join app.contacts c on c.tenant_id = $1 and c.client_id = $2 and c.id = f.contact_id
    where f.tenant_id = $1 and f.client_id = $2 and f.attribute_code = any ($5::text[]) and f.retracted_at is null and f.occurred_on <= $3
    order by c.kept_id, f.attribute_code, f.occurred_on desc, f.created_at desc, f.id desc) h
  where h.attribute_code || '=' || h.value = any ($6::text[])
  group by h.kept_id
  having count(*) = cardinality($5::text[])
)
select k.id as "Value"
from usable u
  join app.contacts k on k.tenant_id = $1 and k.client_id = $2 and k.id = u.kept_id and k.erased_at is null
  left join on_network n on n.kept_id = u.kept_id
  left join answering a on a.kept_id = u.kept_id
where k.merged_into_id is null
  and (cardinality($4::text[]) = 0 or k.stage = any ($4::text[]))
  and ($8::timestamptz is null or k.created_at >= $8::timestamptz)
  and ($7::text is null or n.kept_id is not null)
  and (cardinality($5::text[]) = 0 or a.kept_id is not null)
