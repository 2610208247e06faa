-- One row per contact, day, sale or refund, and unit: the share that is granted and what the ledger counts for it, refunds below zero.
select
  s.client_id, s.contact_reference, e.day, e.source_id, e.unit,
  sum(case when e.reverses_version is null then e.share else -e.share end), sum(e.client_amount)
from (
  select client_id, contact_reference, id as source_id from app.sales
  where tenant_id = $1 and client_id = any($2) and contact_reference = any($3)
  union all
  select s.client_id, s.contact_reference, r.id from app.sales s
  join app.refunds r on r.tenant_id = s.tenant_id and r.client_id = s.client_id and r.sale_id = s.id
  where s.tenant_id = $1 and s.client_id = any($2) and s.contact_reference = any($3)
) s
join app.ledger_entries e on e.tenant_id = $1 and e.client_id = s.client_id and e.source_id = s.source_id
where e.viewpoint = 'CLIENT' and e.side = 'VALUE'
group by s.client_id, s.contact_reference, e.day, e.source_id, e.unit
