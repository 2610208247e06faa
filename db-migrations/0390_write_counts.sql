-- How many transactions of an agency have written. Each adds one to a row that no other holds, so that nobody waits; the sum is what counts: two moments
-- with the same sum show the same data. Rows are never removed while the agency is there.
create table app.write_counts (
  tenant_id uuid not null references app.agencies (id),
  slot bigint not null,
  writes bigint not null constraint write_counts_positive check (writes > 0),
  constraint write_counts_key primary key (tenant_id, slot)
) with (fillfactor = 10, autovacuum_vacuum_threshold = 1000);

alter table app.write_counts enable row level security;
alter table app.write_counts force row level security;
create policy tenant on app.write_counts
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());

grant select, insert, update on app.write_counts to agency_roi_app;
