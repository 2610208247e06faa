-- A fact: somebody bought, or did what the client wanted of them. Retracted ones stay, for the ledger's sake.
create table app.sales (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  type text not null constraint sales_type check (type in (
    'SALE', 'IN_STORE', 'LEAD', 'DEMO', 'REGISTRATION', 'DOWNLOAD', 'SIGN_UP', 'BOOKING', 'OTHER')),
  occurred_on date not null,
  amount numeric(20, 10) constraint sales_amount check (amount >= 0),
  currency text constraint sales_currency references app.currencies (code),
  quantity numeric(20, 4) not null constraint sales_quantity check (quantity >= 0),
  channel_id uuid,
  campaign_id uuid,
  goal_id uuid,
  contact_reference text,
  -- What it was valued with when it was posted: its refunds take back by the same measure.
  margin numeric(9, 8),
  is_attributed boolean not null,
  description text,
  external_reference text not null constraint sales_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint sales_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint sales_key primary key (tenant_id, id),
  constraint sales_of_client unique (tenant_id, client_id, id),
  constraint sales_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint sales_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint sales_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint sales_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint sales_money_is_whole check ((amount is null) = (currency is null)),
  constraint sales_are_paid check (amount is not null or type not in ('SALE', 'IN_STORE')),
  constraint sales_have_a_value check (amount is not null or goal_id is not null),
  constraint sales_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index sales_by_day on app.sales (tenant_id, client_id, occurred_on, id);

alter table app.sales enable row level security;
alter table app.sales force row level security;
create policy tenant on app.sales
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.sales to agency_roi_app;
