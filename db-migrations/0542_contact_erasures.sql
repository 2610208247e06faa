-- One row per erasure of a person, under the contact that was kept: when, by whom, and how many rows of each kind were made to name nobody. Who it was is in none of them.
create table app.contact_erasures (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  erased_at timestamptz not null,
  erased_by text not null constraint contact_erasures_erased_by check (erased_by <> ''),
  contact_count int not null constraint contact_erasures_contact_count check (contact_count >= 1),
  key_count int not null constraint contact_erasures_key_count check (key_count >= 0),
  attribute_count int not null constraint contact_erasures_attribute_count check (attribute_count >= 0),
  stage_count int not null constraint contact_erasures_stage_count check (stage_count >= 0),
  legal_basis_count int not null constraint contact_erasures_legal_basis_count check (legal_basis_count >= 0),
  touch_count int not null constraint contact_erasures_touch_count check (touch_count >= 0),
  sale_count int not null constraint contact_erasures_sale_count check (sale_count >= 0),
  refund_count int not null constraint contact_erasures_refund_count check (refund_count >= 0),
  outcome_count int not null constraint contact_erasures_outcome_count check (outcome_count >= 0),
  stream_fact_count int not null constraint contact_erasures_stream_fact_count check (stream_fact_count >= 0),
  ledger_entry_count int not null constraint contact_erasures_ledger_entry_count check (ledger_entry_count >= 0),
  constraint contact_erasures_key primary key (tenant_id, id),
  constraint contact_erasures_of_client unique (tenant_id, client_id, id),
  constraint contact_erasures_once unique (tenant_id, client_id, contact_id),
  constraint contact_erasures_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contact_erasures_contact foreign key (tenant_id, client_id, contact_id) references app.contacts (tenant_id, client_id, id)
);

alter table app.contact_erasures enable row level security;
alter table app.contact_erasures force row level security;
create policy tenant on app.contact_erasures
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.contact_erasures to agency_roi_app;
