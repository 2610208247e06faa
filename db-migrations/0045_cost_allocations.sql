-- A month's shared cost of one category, divided among clients. What is not allocated stays on the house account.
create table app.cost_allocations (
  tenant_id uuid not null constraint cost_allocations_agency references app.agencies (id),
  id uuid not null,
  month date not null constraint cost_allocations_month check (extract(day from month) = 1),
  category text not null constraint cost_allocations_category check (category in (
    'STAFF_TIME', 'MANAGEMENT_TIME', 'PLATFORM', 'AD_SPEND', 'REFUND_DISCOUNT', 'RESEARCH', 'TRAINING', 'CONFERENCE', 'CONTENT', 'CONTRACTOR',
    'AGENCY_FEE', 'OVERHEAD', 'OTHER')),
  basis text not null constraint cost_allocations_basis check (basis in ('HOURS', 'SPEND', 'REVENUE', 'EQUAL', 'WEIGHTS')),
  -- The basis that was asked after others were found to be zero; null: nobody could bear anything.
  used_basis text constraint cost_allocations_used_basis check (used_basis in ('HOURS', 'SPEND', 'REVENUE', 'EQUAL', 'WEIGHTS')),
  share numeric(9, 8) not null constraint cost_allocations_share check (share between 0 and 1),
  pool numeric(20, 4) not null,
  allocated numeric(20, 4) not null,
  currency text not null constraint cost_allocations_currency references app.currencies (code),
  revision int not null default 1 constraint cost_allocations_revision check (revision >= 1),
  reversed_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint cost_allocations_key primary key (tenant_id, id),
  constraint cost_allocations_once unique (tenant_id, month, category)
);

alter table app.cost_allocations enable row level security;
alter table app.cost_allocations force row level security;
create policy tenant on app.cost_allocations
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());

grant select, insert, update on app.cost_allocations to agency_roi_app;

-- One row per allocation and client that ever had a part of it; a part may be zero.
create table app.cost_allocation_shares (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  allocation_id uuid not null,
  weight numeric(28, 8) not null constraint cost_allocation_shares_weight check (weight >= 0),
  amount numeric(20, 4) not null,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint cost_allocation_shares_key primary key (tenant_id, id),
  constraint cost_allocation_shares_of_client unique (tenant_id, client_id, id),
  constraint cost_allocation_shares_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint cost_allocation_shares_allocation foreign key (tenant_id, allocation_id) references app.cost_allocations (tenant_id, id),
  constraint cost_allocation_shares_once unique (tenant_id, allocation_id, client_id)
);

alter table app.cost_allocation_shares enable row level security;
alter table app.cost_allocation_shares force row level security;
create policy tenant on app.cost_allocation_shares
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.cost_allocation_shares to agency_roi_app;
