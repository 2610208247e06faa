-- One row per stage that a client wants made of what its contacts did. A list is replaced as a whole. Counts and days are the rule of REGULAR: so many days with a purchase within so
-- many days.
create table app.contact_stage_rules (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  stage text not null constraint contact_stage_rules_stage check (stage in ('VISITOR', 'LEAD', 'CUSTOMER', 'REGULAR')),
  purchase_count int constraint contact_stage_rules_purchase_count check (purchase_count between 2 and 100),
  within_days int constraint contact_stage_rules_within_days check (within_days between 1 and 3650),
  created_at timestamptz not null,
  constraint contact_stage_rules_key primary key (tenant_id, id),
  constraint contact_stage_rules_of_client unique (tenant_id, client_id, id),
  constraint contact_stage_rules_once unique (tenant_id, client_id, stage),
  constraint contact_stage_rules_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contact_stage_rules_say_when check (
    (stage = 'REGULAR') = (purchase_count is not null) and (stage = 'REGULAR') = (within_days is not null))
);

alter table app.contact_stage_rules enable row level security;
alter table app.contact_stage_rules force row level security;
create policy tenant on app.contact_stage_rules
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, delete on app.contact_stage_rules to agency_roi_app;

-- A stage that follows from what the contact did is made and changed by the rules alone: one of each kind at a contact.
alter table app.contact_stages add column is_derived boolean not null default false;
create unique index contact_stages_derived on app.contact_stages (tenant_id, client_id, contact_id, stage) where is_derived;
