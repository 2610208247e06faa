-- One row per client and kind of entry from the first of January up to the end of the month $4.
select client_id, kind, entries, quantity,
  client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount
from app.ledger_year_to_date
where tenant_id = $1 and client_id = any($2) and viewpoint = $3 and month = $4
