-- Groups that an agency makes of its clients. A client may be in several; a row of a membership belongs to the client, so that a token restricted to clients sees theirs alone.
create table app.client_groups (
  tenant_id uuid not null constraint client_groups_agency references app.agencies (id),
  id uuid not null,
  name text not null constraint client_groups_name check (name <> '' and length(name) <= 200),
  -- The name as it is compared, made by the app: what the database calls the same letter depends on its locale.
  folded_name text not null constraint client_groups_folded_name check (folded_name <> ''),
  external_reference text constraint client_groups_external_reference check (external_reference <> ''),
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 1,
  constraint client_groups_key primary key (tenant_id, id),
  constraint client_groups_external_reference_unique unique (tenant_id, external_reference)
);
create unique index client_groups_name_unique on app.client_groups (tenant_id, folded_name) where archived_at is null;

alter table app.client_groups enable row level security;
alter table app.client_groups force row level security;
create policy tenant on app.client_groups
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());

grant select, insert, update on app.client_groups to agency_roi_app;

create table app.client_group_members (
  tenant_id uuid not null,
  client_id uuid not null,
  client_group_id uuid not null,
  constraint client_group_members_key primary key (tenant_id, client_group_id, client_id),
  constraint client_group_members_client_group foreign key (tenant_id, client_group_id) references app.client_groups (tenant_id, id),
  constraint client_group_members_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);
create index client_group_members_of_client on app.client_group_members (tenant_id, client_id);

alter table app.client_group_members enable row level security;
alter table app.client_group_members force row level security;
create policy tenant on app.client_group_members
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, delete on app.client_group_members to agency_roi_app;
