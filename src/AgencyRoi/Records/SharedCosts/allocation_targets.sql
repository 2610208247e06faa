-- One row per client that can bear a part of the month [$2, $3): hours worked, spend on advertising (without any that was allocated), fees the agency earned.
select c.id,
  coalesce((
    select sum(t.hours) from app.time_entries t
    where t.tenant_id = $1 and t.client_id = c.id and t.occurred_on >= $2 and t.occurred_on < $3 and t.retracted_at is null), 0),
  coalesce((
    select sum(m.agency_amount) from app.ledger_months m
    where m.tenant_id = $1 and m.client_id = c.id and m.month = $2 and m.side = 'COST' and m.cost_category = 'AD_SPEND'), 0)
  - coalesce((
    select sum(s.amount) from app.cost_allocation_shares s
      join app.cost_allocations a on a.tenant_id = $1 and a.id = s.allocation_id
    where s.tenant_id = $1 and s.client_id = c.id and a.month = $2 and a.category = 'AD_SPEND'), 0),
  coalesce((
    select sum(m.agency_amount) from app.ledger_months m
    where m.tenant_id = $1 and m.client_id = c.id and m.month = $2 and m.viewpoint = 'AGENCY' and m.side = 'VALUE'), 0)
from app.clients c
where c.tenant_id = $1 and c.kind = 'CLIENT' and (c.archived_at is null or c.archived_at >= $2::timestamp at time zone 'UTC')
