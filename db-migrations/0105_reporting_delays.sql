-- How many days a source of figures takes, from a day on, until what it reports stands. Never changed: of two for the same source and day the later one holds.
create table app.reporting_delays (
  tenant_id uuid not null constraint reporting_delays_agency references app.agencies (id),
  id uuid not null,
  side text not null constraint reporting_delays_side check (side in ('VALUE', 'COST')),
  source text not null constraint reporting_delays_source check (source <> ''),
  effective_from date not null,
  revision int not null constraint reporting_delays_revision check (revision > 0),
  days int not null constraint reporting_delays_days check (days between 0 and 366),
  note text,
  created_at timestamptz not null,
  constraint reporting_delays_key primary key (tenant_id, id),
  -- Two at once: the slower one is told to try again.
  constraint reporting_delays_one_revision unique (tenant_id, side, source, effective_from, revision)
);

alter table app.reporting_delays enable row level security;
alter table app.reporting_delays force row level security;
create policy tenant on app.reporting_delays
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());
grant select, insert on app.reporting_delays to agency_roi_app;
