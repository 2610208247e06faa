-- One row per client, offer, channel, whether the contact had the need that the offer answers, and whether it had a legal basis for marketing, both on the day of the offer:
-- the offers of the period that count. Of an erased person the offer itself says both.
with made as (
  select o.client_id, c.kept_id, o.offer_code, o.channel_id, o.need_code, o.need_value, o.answer, o.occurred_on,
    o.erased_need, o.erased_has_basis
  from app.contact_offers o
    join app.contacts c on c.tenant_id = $1 and c.client_id = o.client_id and c.id = o.contact_id
  where o.tenant_id = $1 and o.client_id = any ($2) and o.occurred_on >= $3 and o.occurred_on < $4 and o.retracted_at is null
)
select m.client_id, m.offer_code, m.channel_id,
  coalesce(m.erased_need, case when m.need_code is null then 'NOT_NAMED' when n.value = m.need_value then 'MET' else 'NOT_MET' end) as need,
  b.has_basis, count(*), count(m.answer), count(*) filter (where m.answer = 'ACCEPTED')
from made m
  left join lateral (
    select f.value
    from app.contacts c
      join app.contact_attributes f on f.tenant_id = $1 and f.client_id = c.client_id and f.contact_id = c.id
    where c.tenant_id = $1 and c.client_id = m.client_id and c.kept_id = m.kept_id
      and f.attribute_code = m.need_code and f.occurred_on <= m.occurred_on and f.retracted_at is null
    order by f.occurred_on desc, f.created_at desc, f.id desc
    limit 1) n on true
  cross join lateral (
    select coalesce(m.erased_has_basis, exists (
      select from app.contacts c
        join app.contact_legal_bases l on l.tenant_id = $1 and l.client_id = c.client_id and l.contact_id = c.id
      where c.tenant_id = $1 and c.client_id = m.client_id and c.kept_id = m.kept_id
        and l.purpose = 'MARKETING' and l.retracted_at is null
        and l.effective_from <= m.occurred_on and (l.ended_from is null or l.ended_from > m.occurred_on))) as has_basis) b
group by m.client_id, m.offer_code, m.channel_id, need, b.has_basis
