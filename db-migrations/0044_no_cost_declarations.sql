-- Somebody says that a client had no cost of a category in a month: then its absence is knowledge and no gap.
create table app.no_cost_declarations (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  month date not null constraint no_cost_declarations_month check (extract(day from month) = 1),
  category text not null constraint no_cost_declarations_category check (category in (
    'STAFF_TIME', 'MANAGEMENT_TIME', 'PLATFORM', 'AD_SPEND', 'REFUND_DISCOUNT', 'RESEARCH', 'TRAINING', 'CONFERENCE', 'CONTENT', 'CONTRACTOR',
    'AGENCY_FEE', 'OVERHEAD', 'OTHER')),
  note text,
  withdrawn_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint no_cost_declarations_key primary key (tenant_id, id),
  constraint no_cost_declarations_of_client unique (tenant_id, client_id, id),
  constraint no_cost_declarations_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint no_cost_declarations_once unique (tenant_id, client_id, month, category)
);

alter table app.no_cost_declarations enable row level security;
alter table app.no_cost_declarations force row level security;
create policy tenant on app.no_cost_declarations
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.no_cost_declarations to agency_roi_app;
