-- An observation: how often something was shown, clicked, visited or reacted to on a day. Worth no money, and never posted. Null: nobody measured it.
create table app.volume_metrics (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  channel_id uuid,
  campaign_id uuid,
  goal_id uuid,
  occurred_on date not null,
  is_paid boolean not null,
  impressions numeric(20, 4) constraint volume_metrics_impressions check (impressions >= 0),
  reach numeric(20, 4) constraint volume_metrics_reach check (reach >= 0),
  clicks numeric(20, 4) constraint volume_metrics_clicks check (clicks >= 0),
  visits numeric(20, 4) constraint volume_metrics_visits check (visits >= 0),
  interactions numeric(20, 4) constraint volume_metrics_interactions check (interactions >= 0),
  external_reference text not null constraint volume_metrics_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint volume_metrics_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint volume_metrics_says_something check (coalesce(impressions, reach, clicks, visits, interactions) is not null),
  constraint volume_metrics_key primary key (tenant_id, id),
  constraint volume_metrics_of_client unique (tenant_id, client_id, id),
  constraint volume_metrics_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint volume_metrics_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint volume_metrics_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint volume_metrics_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint volume_metrics_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index volume_metrics_by_day on app.volume_metrics (tenant_id, client_id, occurred_on, id);

alter table app.volume_metrics enable row level security;
alter table app.volume_metrics force row level security;
create policy tenant on app.volume_metrics
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.volume_metrics to agency_roi_app;
