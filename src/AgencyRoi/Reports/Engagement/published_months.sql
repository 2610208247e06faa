-- One row per client and month in [$3, $4) that is published now.
select p.client_id, p.month
from (
  select distinct on (client_id, month) client_id, month, edition
  from app.period_publications
  where tenant_id = $1 and client_id = any($2) and month >= $3 and month < $4
  order by client_id, month, number desc
) p
where p.edition is not null
