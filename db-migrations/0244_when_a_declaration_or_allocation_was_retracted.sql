-- One word for a record that no longer holds: a declaration is retracted and so is an allocation, as costs and sales are.
alter table app.no_cost_declarations rename column withdrawn_at to retracted_at;
alter table app.cost_allocations rename column reversed_at to retracted_at;
