-- One row per outcome of the days [$3, $4) and sale of the clients ($2) that look like one fact and name their units otherwise, or on which somebody decided.
-- $5, $6: the ids of the outcomes and sales asked for; none: all. Facts that count nothing claim nothing and are not among them. Whether the two
-- are on one unit all the same, by another name or through a third fact, is not known here.
with outcome as (
  select
    o.client_id, o.id, o.goal_id, o.occurred_on, o.external_reference, o.lead_reference, o.order_reference, o.contact_reference, c.unit,
    round(c.full_amount, 4) as amount
  from app.outcomes o
    join app.claims c on c.tenant_id = $1 and c.client_id = o.client_id and c.source_id = o.id
  where o.tenant_id = $1 and o.client_id = any($2) and o.occurred_on >= $3 and o.occurred_on < $4 and o.retracted_at is null
    and (cardinality($5::uuid[]) = 0 or o.id = any($5))),
sale as (
  select
    s.client_id, s.id, s.goal_id, s.occurred_on, s.external_reference, s.lead_reference, s.contact_reference, c.unit, round(c.full_amount, 4) as amount,
    s.order_reference, case when s.type in ('SALE', 'IN_STORE') then s.external_reference end as own_order
  from app.sales s
    join app.claims c on c.tenant_id = $1 and c.client_id = s.client_id and c.source_id = s.id
  where s.tenant_id = $1 and s.client_id = any($2) and s.retracted_at is null and (cardinality($6::uuid[]) = 0 or s.id = any($6))),
alike as (
  select o.client_id, o.id as outcome_id, s.id as sale_id, 'SAME_REFERENCE' as reason
  from outcome o join sale s on s.client_id = o.client_id and s.goal_id = o.goal_id and s.external_reference = o.external_reference
  union all
  select o.client_id, o.id, s.id, 'SAME_REFERENCE'
  from outcome o join sale s on s.client_id = o.client_id and s.lead_reference = o.lead_reference
  union all
  select o.client_id, o.id, s.id, 'SAME_REFERENCE'
  from outcome o join sale s on s.client_id = o.client_id and s.order_reference = o.order_reference
  union all
  select o.client_id, o.id, s.id, 'SAME_REFERENCE'
  from outcome o join sale s on s.client_id = o.client_id and s.own_order = o.order_reference
  union all
  select o.client_id, o.id, s.id, 'SAME_CONTACT_AND_AMOUNT'
  from outcome o join sale s on s.client_id = o.client_id and s.contact_reference = o.contact_reference and s.amount = o.amount
  where abs(s.occurred_on - o.occurred_on) <= 1),
suspected as (
  select distinct on (a.client_id, a.outcome_id, a.sale_id) a.client_id, a.outcome_id, a.sale_id, a.reason
  from alike a
    join outcome o on o.client_id = a.client_id and o.id = a.outcome_id
    join sale s on s.client_id = a.client_id and s.id = a.sale_id
  where o.unit <> s.unit
  order by a.client_id, a.outcome_id, a.sale_id, a.reason desc),
decided as (
  select distinct on (v.client_id, v.outcome_id, v.sale_id) v.client_id, v.outcome_id, v.sale_id, v.verdict, v.note, v.decided_at, v.decided_by
  from app.duplicate_verdicts v
    join app.outcomes o on o.tenant_id = $1 and o.client_id = v.client_id and o.id = v.outcome_id
  where v.tenant_id = $1 and v.client_id = any($2) and o.occurred_on >= $3 and o.occurred_on < $4
    and (cardinality($5::uuid[]) = 0 or v.outcome_id = any($5)) and (cardinality($6::uuid[]) = 0 or v.sale_id = any($6))
  order by v.client_id, v.outcome_id, v.sale_id, v.number desc)
select
  coalesce(s.client_id, d.client_id), coalesce(s.outcome_id, d.outcome_id), coalesce(s.sale_id, d.sale_id), s.reason,
  coalesce(d.verdict, 'OPEN'), o.amount, d.note, d.decided_at, d.decided_by, o.unit, sale.unit
from suspected s
  full join decided d on d.client_id = s.client_id and d.outcome_id = s.outcome_id and d.sale_id = s.sale_id
  left join outcome o on o.client_id = coalesce(s.client_id, d.client_id) and o.id = coalesce(s.outcome_id, d.outcome_id)
  left join sale on sale.client_id = coalesce(s.client_id, d.client_id) and sale.id = coalesce(s.sale_id, d.sale_id)
where s.reason is not null or d.verdict <> 'OPEN'
order by 1, o.occurred_on desc nulls last, 2, 3
