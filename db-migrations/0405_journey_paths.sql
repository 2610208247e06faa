-- One row per path of a client, day and reference: how often journeys over the same channels in the same order converted and did not, as analytics tools count them.
-- The path is the ids of the client's channels as 32 hexadecimal digits, direct for a direct visit, with a blank between.
create table app.journey_paths (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  occurred_on date not null,
  path text not null constraint journey_paths_path check (
    path ~ '^(?:direct|[0-9a-f]{32})(?: (?:direct|[0-9a-f]{32}))*$' and length(path) < 200 * 33),
  conversions numeric(20, 4) not null constraint journey_paths_conversions check (conversions >= 0),
  value numeric(24, 10) constraint journey_paths_value check (value >= 0),
  currency text references app.currencies (code),
  nulls numeric(20, 4) not null constraint journey_paths_nulls check (nulls >= 0),
  goal_id uuid,
  external_reference text not null constraint journey_paths_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint journey_paths_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint journey_paths_key primary key (tenant_id, id),
  constraint journey_paths_of_client unique (tenant_id, client_id, id),
  constraint journey_paths_walked check (conversions + nulls > 0),
  constraint journey_paths_worth check ((value is null) = (currency is null) and (value is null or conversions > 0)),
  constraint journey_paths_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint journey_paths_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint journey_paths_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index journey_paths_by_day on app.journey_paths (tenant_id, client_id, occurred_on, id);

alter table app.journey_paths enable row level security;
alter table app.journey_paths force row level security;
create policy tenant on app.journey_paths
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.journey_paths to agency_roi_app;
