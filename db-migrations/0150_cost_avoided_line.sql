-- Value by the price of what did not have to be bought has a line of its own. Rows written before keep the line of their stream, and so do the rows
-- that take them back: the rule holds in one direction only.
alter table app.ledger_entries
  drop constraint ledger_entries_line,
  add constraint ledger_entries_line check (line in ('DIRECT', 'ASSISTED', 'INDIRECT', 'COST_AVOIDED', 'COST')),
  add constraint ledger_entries_cost_avoided check (line <> 'COST_AVOIDED' or basis = 'REPLACEMENT_COST');
