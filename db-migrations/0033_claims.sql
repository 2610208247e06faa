-- One row per claim of a fact on a unit of value. Derived state, like a rollup: what each gets follows from the claims on its unit.
create table app.claims (
  tenant_id          uuid           not null,
  client_id          uuid           not null,
  unit               text           not null constraint claims_unit check (unit <> ''),
  source_kind        text           not null,
  source_id          uuid           not null,
  source_revision    int            not null,
  stream             text           not null,
  grade              text           not null constraint claims_grade check (grade in ('A', 'B', 'C', 'D', 'E')),
  occurred_on        date           not null,
  external_reference text           not null,
  full_amount        numeric(20, 4) not null,
  claimed            numeric(9, 8)  not null constraint claims_claimed check (claimed > 0 and claimed <= 1),
  granted            numeric(9, 8)  not null constraint claims_granted check (granted >= 0 and granted <= claimed),
  posted_version     bigint,
  posted_line        int,
  -- The entry as it would be for the whole unit. Null while all of the unit is granted: the posted entry is that already.
  whole_entry        jsonb,
  constraint claims_key primary key (tenant_id, client_id, unit, source_id),
  constraint claims_posted check ((granted = 0) = (posted_version is null) and (posted_version is null) = (posted_line is null)),
  constraint claims_whole_entry check ((granted = 1) = (whole_entry is null)),
  constraint claims_head foreign key (tenant_id, client_id) references app.ledger_heads (tenant_id, client_id),
  constraint claims_entry foreign key (tenant_id, client_id, posted_version, posted_line)
    references app.ledger_entries (tenant_id, client_id, version, line_no)
);
create index claims_source on app.claims (tenant_id, client_id, source_id);

alter table app.claims enable row level security;
alter table app.claims force row level security;
create policy tenant on app.claims
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert, update, delete on app.claims to agency_roi_app;
