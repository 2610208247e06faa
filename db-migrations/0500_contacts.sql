-- A person of the client's database. Who it is, is not told: a contact is known by the hashes of its keys. A contact that was merged names the one that it was merged
-- into, and the kept one at the end of that way; one that is not merged is kept, and names itself.
create table app.contacts (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  stage text constraint contacts_stage check (
    stage in ('UNKNOWN', 'REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR', 'LOST')),
  stage_since date,
  merged_into_id uuid,
  kept_id uuid not null,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint contacts_key primary key (tenant_id, id),
  constraint contacts_of_client unique (tenant_id, client_id, id),
  constraint contacts_stage_has_day check ((stage is null) = (stage_since is null)),
  constraint contacts_kept check ((merged_into_id is null) = (kept_id = id)),
  constraint contacts_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contacts_merged_into foreign key (tenant_id, client_id, merged_into_id) references app.contacts (tenant_id, client_id, id),
  constraint contacts_kept_contact foreign key (tenant_id, client_id, kept_id) references app.contacts (tenant_id, client_id, id)
);

create index contacts_of_kept on app.contacts (tenant_id, client_id, kept_id);
create index contacts_merged_into on app.contacts (tenant_id, client_id, merged_into_id) where merged_into_id is not null;
create index contacts_by_time on app.contacts (tenant_id, client_id, created_at desc, id) where merged_into_id is null;

alter table app.contacts enable row level security;
alter table app.contacts force row level security;
create policy tenant on app.contacts
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.contacts to agency_roi_app;
