-- One row per key of a contact: a hash under the client's secret, never the key's text. It stays with the contact that it was given to, whatever that is merged into. The
-- hash of a CRM id is that which conversions and touches have of the contact's reference, that of a device the one they have of the visitor's key.
create table app.contact_keys (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null constraint contact_keys_kind check (kind in ('EMAIL', 'CRM_ID', 'HANDLE', 'DEVICE')),
  network_code text constraint contact_keys_network check ((network_code is not null) = (kind = 'HANDLE')),
  key_hash uuid not null,
  created_at timestamptz not null,
  constraint contact_keys_key primary key (tenant_id, id),
  constraint contact_keys_of_client unique (tenant_id, client_id, id),
  constraint contact_keys_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contact_keys_contact foreign key (tenant_id, client_id, contact_id) references app.contacts (tenant_id, client_id, id),
  constraint contact_keys_once unique (tenant_id, client_id, key_hash)
);

create index contact_keys_of_contact on app.contact_keys (tenant_id, client_id, contact_id);

alter table app.contact_keys enable row level security;
alter table app.contact_keys force row level security;
create policy tenant on app.contact_keys
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.contact_keys to agency_roi_app;
