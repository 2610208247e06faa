-- One row per event of publishing, the latest first: of each month the first row holds.
select client_id, month, number, edition, published_at, published_by
from app.period_publications
where tenant_id = $1 and client_id = any($2)
order by client_id, month, number desc
