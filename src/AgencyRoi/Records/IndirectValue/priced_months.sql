-- One row per client, page and month in which unpaid visits of the page are priced by keyword.
select distinct client_id, target_page, month
from app.keyword_visits
where tenant_id = $1 and client_id = any($2) and target_page = any($3) and retracted_at is null
  and cost_per_click is not null and not is_paid and not is_brand and visits > converting_visits
