-- One row per closing of a client's month. Entries that come later carry the next edition; "as reported" is the sum up to this one.
create table app.period_closes (
  tenant_id       uuid        not null,
  client_id       uuid        not null,
  month           date        not null constraint period_closes_month check (extract(day from month) = 1),
  edition         int         not null constraint period_closes_edition check (edition >= 0),
  ledger_version  bigint      not null,
  client_currency text        not null,
  agency_currency text        not null,
  document        bytea       not null,
  sha256          bytea       not null constraint period_closes_sha256 check (length(sha256) = 32),
  closed_at       timestamptz not null,
  closed_by       text        not null,
  constraint period_closes_key primary key (tenant_id, client_id, month, edition),
  constraint period_closes_head foreign key (tenant_id, client_id) references app.ledger_heads (tenant_id, client_id)
);

alter table app.period_closes enable row level security;
alter table app.period_closes force row level security;
create policy tenant on app.period_closes
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert on app.period_closes to agency_roi_app;
