-- One row per statement of how many people a channel's network counted in a month, each once in that month: who acted, who acted more than once, who was reached. They are
-- never added over months as people. Of several rows of a channel and month the last one made counts. Null: nobody measured it.
create table app.audience_activities (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  month date not null constraint audience_activities_month check (extract(day from month) = 1),
  active_people numeric(20, 4) constraint audience_activities_active check (active_people >= 0),
  repeatedly_active_people numeric(20, 4) constraint audience_activities_repeatedly_active check (repeatedly_active_people >= 0),
  reached_people numeric(20, 4) constraint audience_activities_reached check (reached_people >= 0),
  people_reached_by_amplification numeric(20, 4) constraint audience_activities_amplified check (people_reached_by_amplification >= 0),
  reached_non_followers numeric(20, 4) constraint audience_activities_non_followers check (reached_non_followers >= 0),
  external_reference text not null constraint audience_activities_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint audience_activities_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint audience_activities_says_something check (
    coalesce(active_people, repeatedly_active_people, reached_people, people_reached_by_amplification, reached_non_followers) is not null),
  constraint audience_activities_repeated_of_active check (repeatedly_active_people <= active_people),
  constraint audience_activities_amplified_of_reached check (people_reached_by_amplification <= reached_people),
  constraint audience_activities_non_followers_of_reached check (reached_non_followers <= reached_people),
  constraint audience_activities_key primary key (tenant_id, id),
  constraint audience_activities_of_client unique (tenant_id, client_id, id),
  constraint audience_activities_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint audience_activities_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint audience_activities_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index audience_activities_by_month on app.audience_activities (tenant_id, client_id, month, channel_id, created_at, id);

alter table app.audience_activities enable row level security;
alter table app.audience_activities force row level security;
create policy tenant on app.audience_activities
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.audience_activities to agency_roi_app;
