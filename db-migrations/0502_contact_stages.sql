-- One row per statement that a contact reached a stage on a day.
create table app.contact_stages (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  stage text not null constraint contact_stages_stage check (
    stage in ('UNKNOWN', 'REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR', 'LOST')),
  occurred_on date not null,
  channel_id uuid,
  campaign_id uuid,
  external_reference text not null constraint contact_stages_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint contact_stages_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint contact_stages_key primary key (tenant_id, id),
  constraint contact_stages_of_client unique (tenant_id, client_id, id),
  constraint contact_stages_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contact_stages_contact foreign key (tenant_id, client_id, contact_id) references app.contacts (tenant_id, client_id, id),
  constraint contact_stages_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint contact_stages_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint contact_stages_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index contact_stages_of_contact on app.contact_stages (tenant_id, client_id, contact_id, occurred_on);
create index contact_stages_by_day on app.contact_stages (tenant_id, client_id, occurred_on, id);

alter table app.contact_stages enable row level security;
alter table app.contact_stages force row level security;
create policy tenant on app.contact_stages
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.contact_stages to agency_roi_app;
