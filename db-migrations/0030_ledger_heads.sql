-- One row per client: the lock that every posting and closing takes, and the number of the last one.
create table app.ledger_heads (
  tenant_id uuid   not null,
  client_id uuid   not null,
  version   bigint not null default 0 constraint ledger_heads_version check (version >= 0),
  constraint ledger_heads_key primary key (tenant_id, client_id),
  constraint ledger_heads_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

alter table app.ledger_heads enable row level security;
alter table app.ledger_heads force row level security;
create policy tenant on app.ledger_heads
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert, update on app.ledger_heads to agency_roi_app;
