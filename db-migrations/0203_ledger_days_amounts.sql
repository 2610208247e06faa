-- Sums of the ledger, as wide as its amounts. The program reads 28 digits, so a sum stays below 10^24: one that would not is refused when it is written,
-- since it could never be read. The scale stays, so that no row is rewritten; the check reads the table once.
alter table app.ledger_days
  alter column quantity type numeric(30, 4),
  alter column client_amount type numeric(30, 4),
  alter column adjusted_amount type numeric(30, 4),
  alter column low_amount type numeric(30, 4),
  alter column high_amount type numeric(30, 4),
  alter column agency_amount type numeric(30, 4),
  alter column agency_adjusted_amount type numeric(30, 4),
  alter column agency_low_amount type numeric(30, 4),
  alter column agency_high_amount type numeric(30, 4),
  add constraint ledger_days_largest check (
    greatest(
      abs(quantity), abs(client_amount), abs(adjusted_amount), abs(low_amount), abs(high_amount), abs(agency_amount), abs(agency_adjusted_amount),
      abs(agency_low_amount), abs(agency_high_amount)) < 1e24);
