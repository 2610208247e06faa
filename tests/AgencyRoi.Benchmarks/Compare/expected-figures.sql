-- One row per client that is ranked, since a goal measures a purpose of it: the sums of the year's entries.
select c.name,
  sum(e.client_amount) filter (where e.side = 'COST'),
  sum(e.client_amount) filter (where e.line = 'DIRECT'),
  sum(e.adjusted_amount) filter (where e.side = 'VALUE'),
  sum(e.client_amount) filter (where e.side = 'VALUE')
from app.agencies a
join app.clients c on c.tenant_id = a.id
join app.ledger_entries e on e.tenant_id = c.tenant_id and e.client_id = c.id
where a.slug = $1 and e.viewpoint = 'CLIENT' and e.day >= date '2025-01-01' and e.day < date '2026-01-01'
  and exists (select from app.goals g where g.tenant_id = c.tenant_id and g.client_id = c.id and g.status = 'ACTIVE')
group by c.tenant_id, c.id, c.name
