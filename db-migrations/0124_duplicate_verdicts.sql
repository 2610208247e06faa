-- One row per decision about an outcome and a sale that may be one fact, in their order: the last one holds. OPEN takes a decision back.
create table app.duplicate_verdicts (
  tenant_id  uuid        not null,
  client_id  uuid        not null,
  outcome_id uuid        not null,
  sale_id    uuid        not null,
  number     int         not null constraint duplicate_verdicts_number check (number > 0),
  verdict    text        not null constraint duplicate_verdicts_verdict check (verdict in ('SAME_FACT', 'NOT_THE_SAME', 'OPEN')),
  note       text,
  decided_at timestamptz not null,
  decided_by text        not null,
  constraint duplicate_verdicts_key primary key (tenant_id, client_id, outcome_id, sale_id, number),
  constraint duplicate_verdicts_outcome foreign key (tenant_id, client_id, outcome_id) references app.outcomes (tenant_id, client_id, id),
  constraint duplicate_verdicts_sale foreign key (tenant_id, client_id, sale_id) references app.sales (tenant_id, client_id, id)
);

alter table app.duplicate_verdicts enable row level security;
alter table app.duplicate_verdicts force row level security;
create policy tenant on app.duplicate_verdicts
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert on app.duplicate_verdicts to agency_roi_app;
