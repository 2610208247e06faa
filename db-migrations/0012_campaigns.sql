-- A tree: programs hold initiatives, these campaigns, these content and posts. That it stays a tree is the application's
-- business, under the lock of the client's row: a constraint cannot see a cycle.
create table app.campaigns (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  parent_id uuid constraint campaigns_not_its_own_parent check (parent_id <> id),
  kind text not null constraint campaigns_kind check (kind in ('PROGRAM', 'INITIATIVE', 'CAMPAIGN', 'CONTENT', 'POST')),
  name text not null constraint campaigns_name check (name <> '' and length(name) <= 200),
  owner text,
  starts_on date,
  ends_on date,
  external_reference text constraint campaigns_external_reference check (external_reference <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint campaigns_key primary key (tenant_id, id),
  constraint campaigns_of_client unique (tenant_id, client_id, id),
  constraint campaigns_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint campaigns_parent foreign key (tenant_id, client_id, parent_id) references app.campaigns (tenant_id, client_id, id),
  constraint campaigns_dates check (ends_on >= starts_on),
  constraint campaigns_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index campaigns_by_name on app.campaigns (tenant_id, client_id, name, id);
create index campaigns_by_parent on app.campaigns (tenant_id, client_id, parent_id);

alter table app.campaigns enable row level security;
alter table app.campaigns force row level security;
create policy tenant on app.campaigns
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.campaigns to agency_roi_app;
