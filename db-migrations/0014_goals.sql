-- Something measurable that shows whether a purpose is realised.
create table app.goals (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  purpose_id uuid not null,
  type text not null constraint goals_type check (type in (
    'AWARENESS', 'ENGAGEMENT', 'AUTHORITY', 'CONVERSION', 'RETENTION', 'UPSELL', 'CUSTOMER_EXPERIENCE')),
  name text not null constraint goals_name check (name <> '' and length(name) <= 200),
  indicator text constraint goals_indicator check (indicator <> ''),
  stream text constraint goals_stream check (stream in (
    'DIRECT_SALES', 'CONVERSIONS', 'TRAFFIC', 'THOUGHT_LEADERSHIP', 'RELATIONSHIPS', 'WORD_OF_MOUTH', 'REPUTATION', 'AUTHORITY',
    'INDIRECT_SALES', 'SERVICE_SAVINGS', 'CONTENT_AND_LEARNING', 'MARKET_INSIGHT', 'ADVERTISING_EFFICIENCY')),
  evidence_grade text not null constraint goals_evidence_grade check (evidence_grade in ('A', 'B', 'C', 'D', 'E')),
  status text not null constraint goals_status check (status in ('DRAFT', 'ACTIVE', 'CLOSED')),
  target_quantity numeric(20, 4) constraint goals_target_quantity check (target_quantity >= 0),
  starts_on date,
  ends_on date,
  owner text,
  -- Where its outcomes belong when they name no channel or campaign of their own.
  channel_id uuid,
  campaign_id uuid,
  external_reference text constraint goals_external_reference check (external_reference <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint goals_key primary key (tenant_id, id),
  constraint goals_of_client unique (tenant_id, client_id, id),
  constraint goals_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint goals_purpose foreign key (tenant_id, client_id, purpose_id) references app.purposes (tenant_id, client_id, id),
  constraint goals_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint goals_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint goals_dates check (ends_on >= starts_on),
  constraint goals_active_are_complete check (status = 'DRAFT' or (indicator is not null and stream is not null)),
  constraint goals_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index goals_by_name on app.goals (tenant_id, client_id, name, id);
create index goals_by_purpose on app.goals (tenant_id, client_id, purpose_id);

alter table app.goals enable row level security;
alter table app.goals force row level security;
create policy tenant on app.goals
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.goals to agency_roi_app;

-- What one unit of a goal is worth from a day on. Rows are never changed: a later one for the same day has the next revision.
create table app.goal_values (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  effective_from date not null,
  revision int not null constraint goal_values_revision check (revision >= 1),
  amount numeric(20, 10) not null constraint goal_values_amount check (amount >= 0),
  currency text not null constraint goal_values_currency references app.currencies (code),
  is_assumed boolean not null,
  note text,
  created_at timestamptz not null,
  constraint goal_values_key primary key (tenant_id, id),
  constraint goal_values_of_client unique (tenant_id, client_id, id),
  constraint goal_values_one_per_revision unique (tenant_id, client_id, goal_id, effective_from, revision),
  constraint goal_values_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id)
);

alter table app.goal_values enable row level security;
alter table app.goal_values force row level security;
create policy tenant on app.goal_values
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.goal_values to agency_roi_app;
