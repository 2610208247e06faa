-- How a client's conversions are credited to the touches before them, from a day on. A later row for the same day takes its place.
create table app.attribution_policies (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  effective_from date not null,
  revision int not null constraint attribution_policies_revision check (revision >= 1),
  model text not null constraint attribution_policies_model check (model in (
    'FIRST_TOUCH', 'LAST_TOUCH', 'LAST_NON_DIRECT_TOUCH', 'LINEAR', 'POSITION', 'W_SHAPED', 'FULL_PATH', 'TIME_DECAY', 'J_SHAPED', 'INVERSE_J_SHAPED',
    'CAMPAIGN_PRIORITY', 'CUSTOM')),
  weights numeric(9, 4)[],
  counted_from text constraint attribution_policies_counted_from check (counted_from in ('FIRST_TOUCH', 'LAST_TOUCH')),
  half_life_days numeric(8, 4) constraint attribution_policies_half_life_days check (half_life_days > 0),
  look_back_days int not null constraint attribution_policies_look_back_days check (look_back_days between 1 and 365),
  note text constraint attribution_policies_note check (note <> ''),
  created_at timestamptz not null,
  constraint attribution_policies_key primary key (tenant_id, id),
  constraint attribution_policies_of_client unique (tenant_id, client_id, id),
  constraint attribution_policies_once unique (tenant_id, client_id, effective_from, revision),
  constraint attribution_policies_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

alter table app.attribution_policies enable row level security;
alter table app.attribution_policies force row level security;
create policy tenant on app.attribution_policies
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.attribution_policies to agency_roi_app;

alter table app.goals add column look_back_days int constraint goals_look_back_days check (look_back_days between 1 and 365);
