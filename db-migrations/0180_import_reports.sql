-- One row per import or dry run that was begun: what was answered, so that it can be read again. The app keeps a month of them and deletes the older ones.
create table app.import_reports (
  tenant_id   uuid        not null references app.agencies (id),
  id          uuid        not null,
  created_by  text        not null constraint import_reports_created_by check (length(created_by) between 1 and 200),
  created_at  timestamptz not null,
  is_finished boolean     not null,
  pages       int         not null constraint import_reports_pages check (pages >= 0),
  report      text        not null,
  constraint import_reports_key primary key (tenant_id, id)
);
create index import_reports_newest on app.import_reports (tenant_id, created_at, id);

alter table app.import_reports enable row level security;
alter table app.import_reports force row level security;
create policy tenant on app.import_reports using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant());
grant select, insert, update, delete on app.import_reports to agency_roi_app;
