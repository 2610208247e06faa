-- One row per client, kind of value and step that the buyer had reached on the day of the sale ($6: the steps in their order; null: none yet) over [$4, $5), with the number
-- of sales booked. Sales whose buyer is no contact come apart. A sale's buyer is the contact that has the key which the sale named; refunds take back from the step of
-- their sale.
with given as (
  select s.client_id, s.id as source_id, s.id as sale_id, s.named_key, s.occurred_on
  from app.sales s
  where s.tenant_id = $1 and s.client_id = any($2) and s.retracted_at is null and s.occurred_on >= $4 and s.occurred_on < $5
  union all
  select r.client_id, r.id, null, s.named_key, s.occurred_on
  from app.refunds r
    join app.sales s on s.tenant_id = $1 and s.client_id = r.client_id and s.id = r.sale_id
  where r.tenant_id = $1 and r.client_id = any($2) and r.retracted_at is null and r.occurred_on >= $4 and r.occurred_on < $5
), bought as (
  select g.client_id, g.source_id, g.sale_id, c.kept_id is not null as is_contact, reached.place
  from given g
    left join lateral (
      select k.contact_id from app.contact_keys k
      where k.tenant_id = $1 and k.client_id = g.client_id and k.key_hash >= g.named_key and k.key_hash <= g.named_key
      order by k.key_hash) k on true
    left join lateral (
      select c.kept_id from app.contacts c
      where c.tenant_id = $1 and c.client_id = g.client_id and c.id >= k.contact_id and c.id <= k.contact_id
      order by c.id) c on true
    left join lateral (
      select max(array_position($6::text[], t.stage)) as place
      from (
        select s.stage from app.contact_steps s
        where s.tenant_id = $1 and s.client_id = g.client_id and s.contact_id >= c.kept_id and s.contact_id <= c.kept_id and s.reached_on <= g.occurred_on
        order by s.contact_id, s.stage) t) reached on true
), booked as (
  select
    b.client_id, b.sale_id, b.is_contact, ($6::text[])[b.place] as stage, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.quantity,
    e.client_amount, e.adjusted_amount, e.low_amount, e.high_amount, e.agency_amount, e.agency_adjusted_amount, e.agency_low_amount, e.agency_high_amount,
    row_number() over (partition by b.source_id order by e.version, e.line_no) as place
  from bought b
    cross join lateral (
      select
        e.version, e.line_no, e.viewpoint, e.side, e.day, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.quantity,
        e.client_amount, e.adjusted_amount, e.low_amount, e.high_amount, e.agency_amount, e.agency_adjusted_amount, e.agency_low_amount, e.agency_high_amount
      from app.ledger_entries e
      where e.tenant_id = $1 and e.client_id = b.client_id and e.source_id >= b.source_id and e.source_id <= b.source_id
      order by e.source_id) e
  where e.viewpoint = $3 and e.side = 'VALUE' and e.day >= $4 and e.day < $5
)
select
  e.client_id, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.stage, e.is_contact,
  count(e.sale_id) filter (where e.place = 1), count(*), sum(e.quantity),
  sum(e.client_amount), sum(e.adjusted_amount), sum(e.low_amount), sum(e.high_amount),
  sum(e.agency_amount), sum(e.agency_adjusted_amount), sum(e.agency_low_amount), sum(e.agency_high_amount)
from booked e
group by e.client_id, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.stage, e.is_contact
