-- Those who work for the agency. They belong to the agency and to no client.
create table app.people (
  tenant_id uuid not null constraint people_agency references app.agencies (id),
  id uuid not null,
  name text not null constraint people_name check (name <> '' and length(name) <= 200),
  role_class text not null constraint people_role_class check (role_class in ('STAFF', 'MANAGEMENT')),
  external_reference text constraint people_external_reference check (external_reference <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint people_key primary key (tenant_id, id),
  constraint people_external_reference_unique unique (tenant_id, external_reference)
);

create index people_by_name on app.people (tenant_id, name, id);

alter table app.people enable row level security;
alter table app.people force row level security;
create policy tenant on app.people
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());

grant select, insert, update on app.people to agency_roi_app;
