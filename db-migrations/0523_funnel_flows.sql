-- One row per day, channel and next channel: how many kept contacts made their first step on the day by the channel, and a further one, whenever it was, by the next
-- channel. The nil id stands for no channel.
create table app.funnel_flows (
  tenant_id uuid not null,
  client_id uuid not null,
  day date not null,
  channel_id uuid not null,
  next_channel_id uuid not null,
  contacts bigint not null,
  constraint funnel_flows_key primary key (tenant_id, client_id, day, channel_id, next_channel_id),
  constraint funnel_flows_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
) with (fillfactor = 80);

alter table app.funnel_flows enable row level security;
alter table app.funnel_flows force row level security;
create policy tenant on app.funnel_flows
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.funnel_flows to agency_roi_app;
