-- In one viewpoint: one row per client, month and category that is known (FILLED, DECLARED) or known to be a gap (UNRATED), for months of [$3, $4), and per client the first
-- month that anything is known of (FIRST) and that anything is declared for (DECLARED_FROM). A cost that came to nothing counts while it stands: only then
-- are the entries themselves asked.
select m.client_id, m.month, m.cost_category, 'FILLED', 0::numeric
from (
  select r.client_id, r.month, r.cost_category, sum(r.client_amount) as client_amount, sum(r.agency_amount) as agency_amount
  from app.ledger_months r
  where r.tenant_id = $1 and r.client_id = any($2) and r.month >= $3 and r.month < $4 and r.side = 'COST' and r.viewpoint = $5
  group by r.client_id, r.month, r.cost_category
) m
where m.client_amount <> 0 or m.agency_amount <> 0
  or (
    select sum(case when e.reverses_version is null then 1 else -1 end)
    from app.ledger_entries e
    where e.tenant_id = $1 and e.client_id = m.client_id and e.day >= m.month and e.day < (m.month + interval '1 month')::date
      and e.side = 'COST' and e.cost_category = m.cost_category and e.viewpoint = $5
  ) > 0
union all
select d.client_id, d.month, d.category, 'DECLARED', 0::numeric
from app.no_cost_declarations d
where d.tenant_id = $1 and d.client_id = any($2) and d.month >= $3 and d.month < $4 and d.retracted_at is null
union all
select t.client_id, date_trunc('month', t.occurred_on::timestamp)::date, case t.role_class when 'MANAGEMENT' then 'MANAGEMENT_TIME' else 'STAFF_TIME' end,
  'UNRATED', sum(t.hours)
from app.time_entries t
where t.tenant_id = $1 and t.client_id = any($2) and t.occurred_on >= $3 and t.occurred_on < $4
  and t.rate_id is null and t.retracted_at is null and t.hours > 0 and $5 = 'AGENCY'
group by 1, 2, 3
union all
select c.client_id,
  least(
    (select min(m.month) from app.ledger_months m where m.tenant_id = $1 and m.client_id = c.client_id and m.viewpoint = $5),
    (select date_trunc('month', min(t.occurred_on)::timestamp)::date from app.time_entries t
     where t.tenant_id = $1 and t.client_id = c.client_id and t.retracted_at is null and $5 = 'AGENCY'),
    d.month),
  null, 'FIRST', 0::numeric
from unnest($2::uuid[]) as c (client_id)
  left join (
    select client_id, min(month) as month from app.no_cost_declarations
    where tenant_id = $1 and client_id = any($2) and retracted_at is null group by client_id) d on d.client_id = c.client_id
union all
select client_id, min(month), null, 'DECLARED_FROM', 0::numeric
from app.no_cost_declarations
where tenant_id = $1 and client_id = any($2) and retracted_at is null
group by client_id
