-- One row per experiment of a client: the plan, which never changes, and when it was run.
create table app.experiments (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  code text not null constraint experiments_code check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
  name text not null constraint experiments_name check (name <> ''),
  question text not null constraint experiments_question check (question <> ''),
  design text not null constraint experiments_design check (
    design in ('RANDOMISED_HOLDOUT', 'GEOGRAPHIC_TEST', 'MATCHED_GROUPS', 'ENGAGED_OR_NOT', 'BEFORE_AND_AFTER')),
  unit text not null constraint experiments_unit check (unit in ('CONTACT', 'SITE', 'REGION', 'STORE', 'POST')),
  metric text not null constraint experiments_metric check (metric in ('SHARE', 'MEAN')),
  metric_name text not null constraint experiments_metric_name check (metric_name <> ''),
  campaign_id uuid,
  expected_baseline numeric(20, 6) not null,
  expected_deviation numeric(20, 6) constraint experiments_expected_deviation check (expected_deviation > 0),
  minimum_effect numeric(20, 6) not null constraint experiments_minimum_effect check (minimum_effect > 0),
  significance numeric(4, 3) not null constraint experiments_significance check (significance between 0.001 and 0.2),
  power numeric(3, 2) not null constraint experiments_power check (power between 0.5 and 0.99),
  treated_share numeric(3, 2) not null constraint experiments_treated_share check (treated_share between 0.05 and 0.95),
  weekly_units numeric(20, 4) constraint experiments_weekly_units check (weekly_units > 0),
  unit_value numeric(20, 4) constraint experiments_unit_value check (unit_value > 0),
  stop_rule text,
  from_day date,
  to_day date,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint experiments_key primary key (tenant_id, id),
  constraint experiments_of_client unique (tenant_id, client_id, id),
  constraint experiments_code_unique unique (tenant_id, client_id, code),
  constraint experiments_days check (from_day < to_day),
  constraint experiments_deviation_of_mean check ((expected_deviation is not null) = (metric = 'MEAN')),
  constraint experiments_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint experiments_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id)
);

alter table app.experiments enable row level security;
alter table app.experiments force row level security;
create policy tenant on app.experiments
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.experiments to agency_roi_app;
