-- What may be spent for a client, or for one of its campaigns and all below it, over some days.
create table app.budgets (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  campaign_id uuid,
  starts_on date not null,
  -- The last day.
  ends_on date not null,
  amount numeric(20, 10) not null constraint budgets_amount check (amount >= 0),
  currency text not null constraint budgets_currency references app.currencies (code),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint budgets_key primary key (tenant_id, id),
  constraint budgets_of_client unique (tenant_id, client_id, id),
  constraint budgets_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint budgets_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint budgets_days check (ends_on >= starts_on),
  constraint budgets_once unique nulls not distinct (tenant_id, client_id, campaign_id, starts_on, ends_on)
);

alter table app.budgets enable row level security;
alter table app.budgets force row level security;
create policy tenant on app.budgets
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.budgets to agency_roi_app;
