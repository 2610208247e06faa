-- A fact: on a day, a goal's indicator was met this many times. Retracted ones stay, for the ledger's sake.
create table app.outcomes (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  occurred_on date not null,
  quantity numeric(20, 4) not null constraint outcomes_quantity check (quantity >= 0),
  channel_id uuid,
  campaign_id uuid,
  note text,
  external_reference text not null constraint outcomes_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint outcomes_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint outcomes_key primary key (tenant_id, id),
  constraint outcomes_of_client unique (tenant_id, client_id, id),
  constraint outcomes_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint outcomes_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint outcomes_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint outcomes_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index outcomes_by_goal on app.outcomes (tenant_id, client_id, goal_id, occurred_on, id);
create index outcomes_by_day on app.outcomes (tenant_id, client_id, occurred_on, id);

alter table app.outcomes enable row level security;
alter table app.outcomes force row level security;
create policy tenant on app.outcomes
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.outcomes to agency_roi_app;
