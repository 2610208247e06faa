-- In the agency's currency, one row per client and kind of entry from the first of January up to the end of the month $4; $2 is null for all clients.
select client_id, kind, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
from app.ledger_year_to_date
where tenant_id = $1 and ($2::uuid[] is null or client_id = any($2)) and viewpoint = $3 and month = $4
