-- One row per month in [$3, $4) that is published now, with the document of the edition that is shown.
select p.client_id, p.month, c.document
from (
  select distinct on (client_id, month) client_id, month, edition
  from app.period_publications
  where tenant_id = $1 and client_id = any($2) and month >= $3 and month < $4
  order by client_id, month, number desc
) p
  join app.period_closes c on c.tenant_id = $1 and c.client_id = p.client_id and c.month = p.month and c.edition = p.edition
