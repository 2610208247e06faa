-- One row per attribute that a client's profiles of people may have: what is asked, whether it is wanted of everybody, whether it says what the person needs. An empty list
-- of allowed values stands for any text.
create table app.profile_attributes (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  code text not null constraint profile_attributes_code check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
  name text not null constraint profile_attributes_name check (name <> ''),
  question text not null constraint profile_attributes_question check (question <> ''),
  is_wanted boolean not null,
  is_need boolean not null,
  allowed_values text[] not null constraint profile_attributes_allowed_values check (cardinality(allowed_values) <= 50),
  archived_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint profile_attributes_key primary key (tenant_id, id),
  constraint profile_attributes_of_client unique (tenant_id, client_id, id),
  constraint profile_attributes_code_unique unique (tenant_id, client_id, code),
  constraint profile_attributes_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

alter table app.profile_attributes enable row level security;
alter table app.profile_attributes force row level security;
create policy tenant on app.profile_attributes
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.profile_attributes to agency_roi_app;
