-- A fact: something was paid on a day. Zero is a fact too. Retracted ones stay, for the ledger's sake.
create table app.costs (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  category text not null constraint costs_category check (category in (
    'STAFF_TIME', 'MANAGEMENT_TIME', 'PLATFORM', 'AD_SPEND', 'REFUND_DISCOUNT', 'RESEARCH', 'TRAINING', 'CONFERENCE', 'CONTENT', 'CONTRACTOR',
    'AGENCY_FEE', 'OVERHEAD', 'OTHER')),
  occurred_on date not null,
  amount numeric(20, 10) not null constraint costs_amount check (amount >= 0),
  currency text not null constraint costs_currency references app.currencies (code),
  paid_by text not null constraint costs_paid_by check (paid_by in ('CLIENT', 'AGENCY')),
  channel_id uuid,
  campaign_id uuid,
  goal_id uuid,
  description text,
  is_assumed boolean not null,
  external_reference text not null constraint costs_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint costs_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint costs_key primary key (tenant_id, id),
  constraint costs_of_client unique (tenant_id, client_id, id),
  constraint costs_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint costs_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint costs_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint costs_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint costs_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index costs_by_day on app.costs (tenant_id, client_id, occurred_on, id);

alter table app.costs enable row level security;
alter table app.costs force row level security;
create policy tenant on app.costs
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.costs to agency_roi_app;
