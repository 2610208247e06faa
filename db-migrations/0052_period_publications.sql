-- One row per event: an edition of a closed month was shown to the client's people, or (no edition) the month was taken back. The last one holds.
create table app.period_publications (
  tenant_id    uuid        not null,
  client_id    uuid        not null,
  month        date        not null,
  number       int         not null constraint period_publications_number check (number > 0),
  edition      int,
  published_at timestamptz not null,
  published_by text        not null,
  constraint period_publications_key primary key (tenant_id, client_id, month, number),
  constraint period_publications_close foreign key (tenant_id, client_id, month, edition)
    references app.period_closes (tenant_id, client_id, month, edition),
  constraint period_publications_head foreign key (tenant_id, client_id) references app.ledger_heads (tenant_id, client_id)
);

alter table app.period_publications enable row level security;
alter table app.period_publications force row level security;
create policy tenant on app.period_publications
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert on app.period_publications to agency_roi_app;
