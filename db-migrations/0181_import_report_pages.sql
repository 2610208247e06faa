-- One row per some thousand errors of an import, in the order of the file: a file of a million bad rows is not a million rows here.
create table app.import_report_pages (
  tenant_id uuid   not null,
  report_id uuid   not null,
  number    int    not null constraint import_report_pages_number check (number > 0),
  last_line bigint not null constraint import_report_pages_last_line check (last_line > 0),
  errors    text   not null,
  constraint import_report_pages_key primary key (tenant_id, report_id, number),
  constraint import_report_pages_report foreign key (tenant_id, report_id) references app.import_reports (tenant_id, id) on delete cascade
);

alter table app.import_report_pages enable row level security;
alter table app.import_report_pages force row level security;
create policy tenant on app.import_report_pages using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant());
grant select, insert on app.import_report_pages to agency_roi_app;
