-- What somebody said on a day that a goal would bring in a period. Never changed: later it is held against what came.
create table app.goal_forecasts (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  author text not null constraint goal_forecasts_author check (author <> ''),
  method text constraint goal_forecasts_method check (method <> ''),
  from_day date not null,
  to_day date not null,
  expected_quantity numeric(20, 4) not null constraint goal_forecasts_expected_quantity check (expected_quantity > 0),
  low_quantity numeric(20, 4) constraint goal_forecasts_low_quantity check (low_quantity >= 0),
  high_quantity numeric(20, 4),
  made_on date not null,
  note text,
  created_at timestamptz not null,
  constraint goal_forecasts_key primary key (tenant_id, id),
  constraint goal_forecasts_of_client unique (tenant_id, client_id, id),
  constraint goal_forecasts_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint goal_forecasts_period check (from_day < to_day),
  constraint goal_forecasts_made_in_time check (made_on < to_day),
  constraint goal_forecasts_bounds check (low_quantity <= expected_quantity and expected_quantity <= high_quantity)
);

create index goal_forecasts_by_goal on app.goal_forecasts (tenant_id, client_id, goal_id, created_at, id);

alter table app.goal_forecasts enable row level security;
alter table app.goal_forecasts force row level security;
create policy tenant on app.goal_forecasts
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.goal_forecasts to agency_roi_app;
