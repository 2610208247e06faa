-- What an amount comes to in another currency, and sums of it. The scale stays, so that no row is rewritten.
alter table app.ledger_entries
  alter column quantity type numeric(30, 4),
  alter column original_amount type numeric(30, 4),
  alter column client_amount type numeric(30, 4),
  alter column adjusted_amount type numeric(30, 4),
  alter column low_amount type numeric(30, 4),
  alter column high_amount type numeric(30, 4),
  alter column agency_amount type numeric(30, 4),
  alter column agency_adjusted_amount type numeric(30, 4),
  alter column agency_low_amount type numeric(30, 4),
  alter column agency_high_amount type numeric(30, 4);
