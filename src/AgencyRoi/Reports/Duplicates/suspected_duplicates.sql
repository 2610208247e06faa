-- One row per outcome of the days [$3, $4) and sale of the clients ($2) that look like one fact and name their units otherwise, or on which somebody decided.
-- $5, $6: the ids of the outcomes and sales asked for; none: all. Facts that count nothing claim nothing and are not among them. Whether the two
-- are on one unit all the same, by another name or through a third fact, is not known here.
with outcome as (
  select
    o.client_id, o.id, o.goal_id, o.occurred_on, o.external_reference, o.lead_reference, o.order_reference, o.contact_reference, c.unit,
    round(c.full_amount, 4) as amount
  from app.outcomes o
    join app.claims c on c.tenant_id = $1 and c.client_id = o.client_id and c.source_id = o.id and c.part = 0
  where o.tenant_id = $1 and o.client_id = any($2) and o.occurred_on >= $3 and o.occurred_on < $4 and o.retracted_at is null
    and (cardinality($5::uuid[]) = 0 or o.id = any($5))),
sale as (
  select
    s.client_id, s.id, s.goal_id, s.occurred_on, s.external_reference, s.lead_reference, s.contact_reference, c.unit, round(c.full_amount, 4) as amount,
    s.order_reference, case when s.type in ('SALE', 'IN_STORE') then s.external_reference end as own_order
  from app.sales s
    join app.claims c on c.tenant_id = $1 and c.client_id = s.client_id and c.source_id = s.id and c.part = 0
  where s.tenant_id = $1 and s.client_id = any($2) and s.retracted_at is null and (cardinality($6::uuid[]) = 0 or s.id = any($6))),
-- One row per key that an outcome or a sale has. What shares a key is found by grouping and not by a join: on tables that have just grown a planner goes
-- through all sales for each outcome, which took minutes.
named as (
  select o.client_id, k.key, k.reason, true as is_outcome, o.id, o.unit, o.amount, o.occurred_on
  from outcome o
    cross join lateral (
      values
        ('SAME_REFERENCE', 'goal ' || o.goal_id || ' ' || o.external_reference),
        ('SAME_REFERENCE', 'lead ' || o.lead_reference),
        ('SAME_REFERENCE', 'order ' || o.order_reference),
        ('SAME_CONTACT_AND_AMOUNT', 'contact ' || o.amount || ' ' || o.contact_reference)) as k (reason, key)
  where k.key is not null
  union all
  select s.client_id, k.key, k.reason, false, s.id, s.unit, s.amount, s.occurred_on
  from sale s
    cross join lateral (
      values
        ('SAME_REFERENCE', 'goal ' || s.goal_id || ' ' || s.external_reference),
        ('SAME_REFERENCE', 'lead ' || s.lead_reference),
        ('SAME_REFERENCE', 'order ' || s.order_reference),
        ('SAME_REFERENCE', 'order ' || s.own_order),
        ('SAME_CONTACT_AND_AMOUNT', 'contact ' || s.amount || ' ' || s.contact_reference)) as k (reason, key)
  where k.key is not null),
shared as (
  select
    client_id, reason,
    array_agg(id) filter (where is_outcome) as outcomes, array_agg(unit) filter (where is_outcome) as outcome_units,
    array_agg(amount) filter (where is_outcome) as amounts, array_agg(occurred_on) filter (where is_outcome) as outcome_days,
    array_agg(id) filter (where not is_outcome) as sales, array_agg(unit) filter (where not is_outcome) as sale_units,
    array_agg(occurred_on) filter (where not is_outcome) as sale_days
  from named
  group by client_id, key, reason
  having bool_or(is_outcome) and not bool_and(is_outcome)),
suspected as (
  select distinct on (k.client_id, o.id, s.id)
    k.client_id, o.id as outcome_id, s.id as sale_id, k.reason, o.amount, o.occurred_on, o.unit as outcome_unit, s.unit as sale_unit
  from shared k
    cross join lateral unnest(k.outcomes, k.outcome_units, k.amounts, k.outcome_days) as o (id, unit, amount, occurred_on)
    cross join lateral unnest(k.sales, k.sale_units, k.sale_days) as s (id, unit, occurred_on)
  where o.unit <> s.unit and (k.reason = 'SAME_REFERENCE' or abs(s.occurred_on - o.occurred_on) <= 1)
  order by k.client_id, o.id, s.id, k.reason desc),
decided as (
  select distinct on (v.client_id, v.outcome_id, v.sale_id) v.client_id, v.outcome_id, v.sale_id, v.verdict, v.note, v.decided_at, v.decided_by
  from app.duplicate_verdicts v
    join app.outcomes o on o.tenant_id = $1 and o.client_id = v.client_id and o.id = v.outcome_id
  where v.tenant_id = $1 and v.client_id = any($2) and o.occurred_on >= $3 and o.occurred_on < $4
    and (cardinality($5::uuid[]) = 0 or v.outcome_id = any($5)) and (cardinality($6::uuid[]) = 0 or v.sale_id = any($6))
  order by v.client_id, v.outcome_id, v.sale_id, v.number desc)
select
  coalesce(s.client_id, d.client_id), coalesce(s.outcome_id, d.outcome_id), coalesce(s.sale_id, d.sale_id), s.reason,
  coalesce(d.verdict, 'OPEN'), coalesce(s.amount, o.amount), d.note, d.decided_at, d.decided_by, coalesce(s.outcome_unit, o.unit),
  coalesce(s.sale_unit, sale.unit)
from suspected s
  full join decided d on d.client_id = s.client_id and d.outcome_id = s.outcome_id and d.sale_id = s.sale_id
  left join outcome o on o.client_id = d.client_id and o.id = d.outcome_id
  left join sale on sale.client_id = d.client_id and sale.id = d.sale_id
where s.reason is not null or d.verdict <> 'OPEN'
order by 1, coalesce(s.occurred_on, o.occurred_on) desc nulls last, 2, 3
