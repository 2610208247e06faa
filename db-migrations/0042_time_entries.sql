-- A fact: somebody worked some hours for a client on a day. Without a rate it is a gap: the entry stands and nothing is posted.
create table app.time_entries (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- As it was when the hours were entered: a promotion changes what comes after it.
  role_class text not null constraint time_entries_role_class check (role_class in ('STAFF', 'MANAGEMENT')),
  occurred_on date not null,
  hours numeric(9, 4) not null constraint time_entries_hours check (hours between 0 and 24),
  rate_id uuid,
  overhead_rate_id uuid,
  channel_id uuid,
  campaign_id uuid,
  goal_id uuid,
  note text,
  external_reference text not null constraint time_entries_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint time_entries_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint time_entries_key primary key (tenant_id, id),
  constraint time_entries_of_client unique (tenant_id, client_id, id),
  constraint time_entries_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint time_entries_person foreign key (tenant_id, person_id) references app.people (tenant_id, id),
  constraint time_entries_rate foreign key (tenant_id, rate_id) references app.hourly_rates (tenant_id, id),
  constraint time_entries_overhead_rate foreign key (tenant_id, overhead_rate_id) references app.hourly_rates (tenant_id, id),
  constraint time_entries_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint time_entries_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint time_entries_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint time_entries_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index time_entries_by_day on app.time_entries (tenant_id, client_id, occurred_on, id);
create index time_entries_of_person on app.time_entries (tenant_id, person_id, occurred_on);
create index time_entries_without_rate on app.time_entries (tenant_id, client_id, occurred_on) where rate_id is null;

alter table app.time_entries enable row level security;
alter table app.time_entries force row level security;
create policy tenant on app.time_entries
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.time_entries to agency_roi_app;
