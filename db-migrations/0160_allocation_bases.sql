-- REVENUE was described as the clients' revenue and divided by the agency's fees. Both can be asked for now, each by its right name; what was
-- divided keeps its meaning. Entries that say REVENUE among the inputs of their method stay as they were posted.
alter table app.cost_allocations drop constraint cost_allocations_basis, drop constraint cost_allocations_used_basis;

update app.cost_allocations set basis = 'AGENCY_FEES' where basis = 'REVENUE';
update app.cost_allocations set used_basis = 'AGENCY_FEES' where used_basis = 'REVENUE';

alter table app.cost_allocations
  add constraint cost_allocations_basis check (basis in ('HOURS', 'SPEND', 'AGENCY_FEES', 'CLIENT_REVENUE', 'EQUAL', 'WEIGHTS')),
  add constraint cost_allocations_used_basis
    check (used_basis in ('HOURS', 'SPEND', 'AGENCY_FEES', 'CLIENT_REVENUE', 'EQUAL', 'WEIGHTS'));
