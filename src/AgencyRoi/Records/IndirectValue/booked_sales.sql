-- One row per sale, refund and unit of it and day: the share that is granted and what the ledger counts for it, refunds below zero.
select
  e.source_id, e.unit, e.day, sum(case when e.reverses_version is null then e.share else -e.share end), sum(e.client_amount)
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = any($2) and e.source_id = any($3) and e.viewpoint = 'CLIENT' and e.side = 'VALUE'
group by e.source_id, e.unit, e.day
