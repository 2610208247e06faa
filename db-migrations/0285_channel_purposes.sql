-- The purposes that a channel serves: stated by the agency, and never found in the facts afterwards. Removed when an update leaves one out.
create table app.channel_purposes (
  tenant_id uuid not null,
  client_id uuid not null,
  channel_id uuid not null,
  purpose_id uuid not null,
  constraint channel_purposes_key primary key (tenant_id, channel_id, purpose_id),
  constraint channel_purposes_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint channel_purposes_purpose foreign key (tenant_id, client_id, purpose_id) references app.purposes (tenant_id, client_id, id)
);
create index channel_purposes_of_purpose on app.channel_purposes (tenant_id, purpose_id);
create index channel_purposes_of_client on app.channel_purposes (tenant_id, client_id);

alter table app.channel_purposes enable row level security;
alter table app.channel_purposes force row level security;
create policy tenant on app.channel_purposes
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, delete on app.channel_purposes to agency_roi_app;
