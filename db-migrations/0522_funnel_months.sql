-- One row per month, stage, channel and campaign: how many kept contacts reached the stage then and by them, how many of these have reached the next one whenever it was,
-- and the days that this took all of them together. The nil id stands for no channel and no campaign.
create table app.funnel_months (
  tenant_id uuid not null,
  client_id uuid not null,
  month date not null,
  stage text not null,
  channel_id uuid not null,
  campaign_id uuid not null,
  entered bigint not null,
  went_on bigint not null,
  days_between bigint not null,
  constraint funnel_months_key primary key (tenant_id, client_id, month, stage, channel_id, campaign_id),
  constraint funnel_months_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
) with (fillfactor = 80);

alter table app.funnel_months enable row level security;
alter table app.funnel_months force row level security;
create policy tenant on app.funnel_months
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.funnel_months to agency_roi_app;
