-- A fact: what was paid for the use of a platform over a term. It is posted by the day.
create table app.subscriptions (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  name text not null constraint subscriptions_name check (name <> '' and length(name) <= 200),
  starts_on date not null,
  -- The last day of the term.
  ends_on date not null,
  amount numeric(20, 10) not null constraint subscriptions_amount check (amount >= 0),
  currency text not null constraint subscriptions_currency references app.currencies (code),
  paid_by text not null constraint subscriptions_paid_by check (paid_by in ('CLIENT', 'AGENCY')),
  -- The last day of use and what it cost in the end, when it was cancelled.
  cancelled_on date,
  cancelled_amount numeric(20, 10) constraint subscriptions_cancelled_amount check (cancelled_amount between 0 and amount),
  external_reference text not null constraint subscriptions_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint subscriptions_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint subscriptions_key primary key (tenant_id, id),
  constraint subscriptions_of_client unique (tenant_id, client_id, id),
  constraint subscriptions_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint subscriptions_term check (ends_on >= starts_on),
  constraint subscriptions_cancelled check (
    (cancelled_on is null) = (cancelled_amount is null) and (cancelled_on is null or cancelled_on between starts_on and ends_on)),
  constraint subscriptions_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index subscriptions_by_start on app.subscriptions (tenant_id, client_id, starts_on, id);

alter table app.subscriptions enable row level security;
alter table app.subscriptions force row level security;
create policy tenant on app.subscriptions
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.subscriptions to agency_roi_app;
