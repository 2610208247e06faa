-- One row per form of a client by which people say who they are. What each of its fields means is data: a list of names and meanings.
create table app.lead_forms (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  code text not null constraint lead_forms_code check (length(code) between 1 and 50),
  name text not null constraint lead_forms_name check (length(name) between 1 and 200),
  stage text not null constraint lead_forms_stage check (
    stage in ('UNKNOWN', 'REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR', 'LOST')),
  channel_id uuid,
  campaign_id uuid,
  fields jsonb not null,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint lead_forms_key primary key (tenant_id, id),
  constraint lead_forms_of_client unique (tenant_id, client_id, id),
  constraint lead_forms_code_once unique (tenant_id, client_id, code),
  constraint lead_forms_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint lead_forms_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint lead_forms_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id)
);

create index lead_forms_by_channel on app.lead_forms (tenant_id, client_id, channel_id);
create index lead_forms_by_campaign on app.lead_forms (tenant_id, client_id, campaign_id);

alter table app.lead_forms enable row level security;
alter table app.lead_forms force row level security;
create policy tenant on app.lead_forms
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.lead_forms to agency_roi_app;
