-- Offers to some contacts, which are one person, without the need and the reference. Attributes go and legal bases end: whether the need was met, and whether there was a basis, is
-- kept as it was, in the way in which offers_made.sql finds it.
update app.contact_offers o
set erased_need = case
    when o.need_code is null then 'NOT_NAMED'
    when o.need_value = (
      select f.value
      from app.contact_attributes f
      where f.tenant_id = $1 and f.client_id = $2 and f.contact_id = any($3)
        and f.attribute_code = o.need_code and f.occurred_on <= o.occurred_on and f.retracted_at is null
      order by f.occurred_on desc, f.created_at desc, f.id desc
      limit 1) then 'MET'
    else 'NOT_MET' end,
  erased_has_basis = exists (
    select from app.contact_legal_bases l
    where l.tenant_id = $1 and l.client_id = $2 and l.contact_id = any($3) and l.purpose = 'MARKETING' and l.retracted_at is null
      and l.effective_from <= o.occurred_on and (l.ended_from is null or l.ended_from > o.occurred_on)),
  need_code = null,
  need_value = null,
  external_reference = $5 || replace(gen_random_uuid()::text, '-', ''),
  version = o.version + 1,
  updated_at = $4
where o.tenant_id = $1 and o.client_id = $2 and o.contact_id = any($3)
