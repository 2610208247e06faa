-- A shared cost is a sum of the ledger, and its parts are amounts of it. The scale stays, so that no row is rewritten.
alter table app.cost_allocations alter column pool type numeric(30, 4), alter column allocated type numeric(30, 4);
alter table app.cost_allocation_shares alter column amount type numeric(30, 4);
