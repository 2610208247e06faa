-- A fact: part or all of a sale was paid back. It lowers the value on its own day; the sale's day stays as it was.
create table app.refunds (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  sale_id uuid not null,
  occurred_on date not null,
  amount numeric(20, 10) not null constraint refunds_amount check (amount > 0),
  reason text,
  external_reference text not null constraint refunds_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint refunds_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint refunds_key primary key (tenant_id, id),
  constraint refunds_of_client unique (tenant_id, client_id, id),
  constraint refunds_sale foreign key (tenant_id, client_id, sale_id) references app.sales (tenant_id, client_id, id),
  constraint refunds_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index refunds_by_sale on app.refunds (tenant_id, client_id, sale_id, occurred_on, id);

alter table app.refunds enable row level security;
alter table app.refunds force row level security;
create policy tenant on app.refunds
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.refunds to agency_roi_app;
