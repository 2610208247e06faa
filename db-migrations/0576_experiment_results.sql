-- One row per statement of what the units of a group did that came into an experiment on a day.
create table app.experiment_results (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  experiment_code text not null,
  group_name text not null constraint experiment_results_group_name check (group_name in ('TREATED', 'CONTROL')),
  occurred_on date not null,
  units numeric(20, 4) not null constraint experiment_results_units check (units > 0),
  successes numeric(20, 4) constraint experiment_results_successes check (successes between 0 and units),
  mean numeric(20, 6),
  deviation numeric(20, 6) constraint experiment_results_deviation check (deviation >= 0),
  external_reference text not null constraint experiment_results_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint experiment_results_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint experiment_results_key primary key (tenant_id, id),
  constraint experiment_results_of_client unique (tenant_id, client_id, id),
  constraint experiment_results_measured check ((successes is null) = (mean is not null) and (mean is null) = (deviation is null)),
  constraint experiment_results_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint experiment_results_experiment foreign key (tenant_id, client_id, experiment_code) references app.experiments (tenant_id, client_id, code),
  constraint experiment_results_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index experiment_results_by_day on app.experiment_results (tenant_id, client_id, occurred_on, id);
create index experiment_results_of_experiment on app.experiment_results (tenant_id, client_id, experiment_code);

alter table app.experiment_results enable row level security;
alter table app.experiment_results force row level security;
create policy tenant on app.experiment_results
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.experiment_results to agency_roi_app;
