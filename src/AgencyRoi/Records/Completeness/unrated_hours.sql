-- One row per client, month of [$3, $4) and category of cost that has hours without a rate.
select distinct
  t.client_id, date_trunc('month', t.occurred_on::timestamp)::date, case t.role_class when 'MANAGEMENT' then 'MANAGEMENT_TIME' else 'STAFF_TIME' end
from app.time_entries t
where t.tenant_id = $1 and t.client_id = any($2) and t.occurred_on >= $3 and t.occurred_on < $4
  and t.rate_id is null and t.retracted_at is null and t.hours > 0 and $5 = 'AGENCY'
