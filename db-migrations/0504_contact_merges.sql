-- One row per merge of a contact into another, kept when it was split again.
create table app.contact_merges (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  merged_id uuid not null,
  into_id uuid not null,
  merged_at timestamptz not null,
  merged_by text not null constraint contact_merges_merged_by check (merged_by <> ''),
  split_at timestamptz,
  split_by text constraint contact_merges_split_by check (split_by <> ''),
  constraint contact_merges_key primary key (tenant_id, id),
  constraint contact_merges_of_client unique (tenant_id, client_id, id),
  constraint contact_merges_two check (merged_id <> into_id),
  constraint contact_merges_split check ((split_at is null) = (split_by is null)),
  constraint contact_merges_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contact_merges_merged foreign key (tenant_id, client_id, merged_id) references app.contacts (tenant_id, client_id, id),
  constraint contact_merges_into foreign key (tenant_id, client_id, into_id) references app.contacts (tenant_id, client_id, id)
);

create unique index contact_merges_open on app.contact_merges (tenant_id, client_id, merged_id) where split_at is null;
create index contact_merges_of_merged on app.contact_merges (tenant_id, client_id, merged_id);
create index contact_merges_of_into on app.contact_merges (tenant_id, client_id, into_id);

alter table app.contact_merges enable row level security;
alter table app.contact_merges force row level security;
create policy tenant on app.contact_merges
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.contact_merges to agency_roi_app;
