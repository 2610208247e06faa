-- How an indicator, or what a type of goal is after, is measured from a day on. Rows are never changed: a later one for the same day has the
-- next revision.
create table app.kpi_definitions (
  tenant_id uuid not null constraint kpi_definitions_agency references app.agencies (id),
  id uuid not null,
  -- A type of goal or an indicator in folded spelling, by which versions of the same definition find each other.
  subject text not null constraint kpi_definitions_subject check (subject <> ''),
  goal_type text constraint kpi_definitions_goal_type check (goal_type in (
    'AWARENESS', 'ENGAGEMENT', 'AUTHORITY', 'CONVERSION', 'RETENTION', 'UPSELL', 'CUSTOMER_EXPERIENCE')),
  indicator text constraint kpi_definitions_indicator check (indicator <> ''),
  name text not null constraint kpi_definitions_name check (name <> '' and length(name) <= 200),
  formula text not null constraint kpi_definitions_formula check (formula <> ''),
  author text not null constraint kpi_definitions_author check (author <> ''),
  effective_from date not null,
  revision int not null constraint kpi_definitions_revision check (revision >= 1),
  created_at timestamptz not null,
  constraint kpi_definitions_key primary key (tenant_id, id),
  constraint kpi_definitions_one_subject check ((goal_type is null) <> (indicator is null)),
  constraint kpi_definitions_one_per_revision unique (tenant_id, subject, effective_from, revision)
);

alter table app.kpi_definitions enable row level security;
alter table app.kpi_definitions force row level security;
create policy tenant on app.kpi_definitions
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());

grant select, insert on app.kpi_definitions to agency_roi_app;
