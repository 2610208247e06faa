-- One row per fact that may be one unit of value with others: an order, a lead, a conversion under the same reference, or a decision that two are one. $6 are the others.
with decided as (
  select distinct on (v.outcome_id, v.sale_id) v.outcome_id, v.sale_id, v.verdict
  from app.duplicate_verdicts v
  where v.tenant_id = $1 and v.client_id = $2 and (v.outcome_id = any($6) or v.sale_id = any($6))
  order by v.outcome_id, v.sale_id, v.number desc
), one as (
  select d.outcome_id as id from decided d where d.verdict = 'SAME_FACT'
  union
  select d.sale_id from decided d where d.verdict = 'SAME_FACT'
)
select s.id, s.external_reference, array_remove(array[s.external_reference, s.order_reference], null), s.lead_reference, s.goal_id,
  s.id in (select o.id from one o)
from app.sales s
where s.tenant_id = $1 and s.client_id = $2
  and (s.order_reference = any($3) or s.external_reference = any($3) or s.lead_reference = any($4) or s.external_reference = any($5)
    or s.id in (select o.id from one o))
union all
select u.id, u.external_reference, array_remove(array[u.order_reference], null), u.lead_reference, u.goal_id, u.id in (select o.id from one o)
from app.outcomes u
where u.tenant_id = $1 and u.client_id = $2
  and (u.order_reference = any($3) or u.lead_reference = any($4) or u.external_reference = any($5) or u.id in (select o.id from one o))
union all
select f.id, f.external_reference, array[f.content ->> 'orderReference'], null, null, false
from app.stream_facts f
where f.tenant_id = $1 and f.client_id = $2 and f.kind = 'INDIRECT_SALE' and f.content ->> 'orderReference' = any($3)
