-- One row per statement that an attribute of a contact had a value on a day: "value" and "source" are what is known of a person. The latest day holds.
create table app.contact_attributes (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  attribute_code text not null,
  value text not null constraint contact_attributes_value check (value <> ''),
  occurred_on date not null,
  source text not null constraint contact_attributes_source check (source <> ''),
  external_reference text not null constraint contact_attributes_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint contact_attributes_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint contact_attributes_key primary key (tenant_id, id),
  constraint contact_attributes_of_client unique (tenant_id, client_id, id),
  constraint contact_attributes_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contact_attributes_contact foreign key (tenant_id, client_id, contact_id) references app.contacts (tenant_id, client_id, id),
  constraint contact_attributes_attribute foreign key (tenant_id, client_id, attribute_code)
    references app.profile_attributes (tenant_id, client_id, code),
  constraint contact_attributes_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index contact_attributes_of_contact on app.contact_attributes (tenant_id, client_id, contact_id);
create index contact_attributes_of_attribute on app.contact_attributes (tenant_id, client_id, attribute_code);

alter table app.contact_attributes enable row level security;
alter table app.contact_attributes force row level security;
create policy tenant on app.contact_attributes
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.contact_attributes to agency_roi_app;
