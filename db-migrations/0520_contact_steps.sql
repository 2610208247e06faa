-- One row per kept contact and stage that it reached: the first day on which anything said of it, or of those merged into it, says that stage or one beyond it, and by
-- which statement's channel and campaign. UNKNOWN has a row where nothing beyond it was said, LOST where it was said. Made from contact_stages, as a rollup is.
create table app.contact_steps (
  tenant_id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  stage text not null constraint contact_steps_stage check (
    stage in ('UNKNOWN', 'REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR', 'LOST')),
  reached_on date not null,
  -- What the statement said: the stage or one beyond it.
  stated_stage text not null,
  -- The nil id where none is known.
  channel_id uuid not null,
  campaign_id uuid not null,
  constraint contact_steps_key primary key (tenant_id, client_id, contact_id, stage),
  constraint contact_steps_contact foreign key (tenant_id, client_id, contact_id) references app.contacts (tenant_id, client_id, id)
);

alter table app.contact_steps enable row level security;
alter table app.contact_steps force row level security;
create policy tenant on app.contact_steps
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update, delete on app.contact_steps to agency_roi_app;
