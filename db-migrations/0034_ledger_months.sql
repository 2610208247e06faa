-- One row per client, month, edition and kind of entry: answers for whole months and many clients. Written with the entries, under the head's lock.
create table app.ledger_months (
  tenant_id              uuid           not null,
  client_id              uuid           not null,
  month                  date           not null,
  edition                int            not null,
  viewpoint              text           not null,
  side                   text           not null,
  line                   text           not null,
  stream                 text           not null,
  grade                  text           not null,
  basis                  text           not null,
  entries                bigint         not null,
  quantity               numeric(24, 4) not null,
  client_amount          numeric(24, 4) not null,
  adjusted_amount        numeric(24, 4) not null,
  low_amount             numeric(24, 4) not null,
  high_amount            numeric(24, 4) not null,
  agency_amount          numeric(24, 4) not null,
  agency_adjusted_amount numeric(24, 4) not null,
  agency_low_amount      numeric(24, 4) not null,
  agency_high_amount     numeric(24, 4) not null,
  constraint ledger_months_key primary key (tenant_id, client_id, month, edition, viewpoint, side, line, stream, grade, basis),
  constraint ledger_months_head foreign key (tenant_id, client_id) references app.ledger_heads (tenant_id, client_id)
);
create index ledger_months_by_month on app.ledger_months (tenant_id, month, client_id);

alter table app.ledger_months enable row level security;
alter table app.ledger_months force row level security;
create policy tenant on app.ledger_months
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert, update on app.ledger_months to agency_roi_app;
