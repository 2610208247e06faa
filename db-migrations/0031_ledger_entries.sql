-- One row per posted amount: append-only, the only source of money figures. A correction is a reversing entry and a new one.
-- "None" among channel, campaign and goal is the nil id. Amounts are in the client's currency, agency_… ones in the agency's.
create table app.ledger_entries (
  tenant_id              uuid           not null,
  client_id              uuid           not null,
  version                bigint         not null,
  line_no                int            not null,
  day                    date           not null,
  edition                int            not null,
  viewpoint              text           not null constraint ledger_entries_viewpoint check (viewpoint in ('CLIENT', 'AGENCY')),
  side                   text           not null constraint ledger_entries_side check (side in ('VALUE', 'COST')),
  line                   text           not null constraint ledger_entries_line check (line in ('DIRECT', 'ASSISTED', 'INDIRECT', 'COST')),
  stream                 text           not null constraint ledger_entries_stream check (stream <> ''),
  grade                  text           not null constraint ledger_entries_grade check (grade in ('A', 'B', 'C', 'D', 'E')),
  basis                  text           not null
    constraint ledger_entries_basis check (basis in ('MARGIN', 'REVENUE', 'STATED', 'REPLACEMENT_COST')),
  channel_id             uuid           not null,
  campaign_id            uuid           not null,
  goal_id                uuid           not null,
  unit                   text           not null constraint ledger_entries_unit check (unit <> ''),
  share                  numeric(9, 8)  not null constraint ledger_entries_share check (share > 0 and share <= 1),
  quantity               numeric(20, 4) not null,
  source_kind            text           not null,
  source_id              uuid           not null,
  source_revision        int            not null,
  method                 text           not null,
  method_version         int            not null,
  inputs                 jsonb          not null,
  original_amount        numeric(20, 4) not null,
  original_currency      text           not null,
  client_rate            numeric(28, 16) not null,
  agency_rate            numeric(28, 16) not null,
  client_amount          numeric(20, 4) not null,
  adjusted_amount        numeric(20, 4) not null,
  low_amount             numeric(20, 4) not null,
  high_amount            numeric(20, 4) not null,
  agency_amount          numeric(20, 4) not null,
  agency_adjusted_amount numeric(20, 4) not null,
  agency_low_amount      numeric(20, 4) not null,
  agency_high_amount     numeric(20, 4) not null,
  reverses_version       bigint,
  reverses_line          int,
  recorded_at            timestamptz    not null default now(),
  recorded_by            text           not null,
  constraint ledger_entries_key primary key (tenant_id, client_id, version, line_no),
  constraint ledger_entries_cost_line check ((side = 'COST') = (line = 'COST')),
  constraint ledger_entries_reverses_both check ((reverses_version is null) = (reverses_line is null)),
  constraint ledger_entries_head foreign key (tenant_id, client_id) references app.ledger_heads (tenant_id, client_id),
  constraint ledger_entries_reverses foreign key (tenant_id, client_id, reverses_version, reverses_line)
    references app.ledger_entries (tenant_id, client_id, version, line_no)
);
-- An entry is reversed once.
create unique index ledger_entries_reversed_once on app.ledger_entries (tenant_id, client_id, reverses_version, reverses_line)
  where reverses_version is not null;
create index ledger_entries_source on app.ledger_entries (tenant_id, client_id, source_id);
create index ledger_entries_day on app.ledger_entries (tenant_id, client_id, day, version, line_no);

alter table app.ledger_entries enable row level security;
alter table app.ledger_entries force row level security;
create policy tenant on app.ledger_entries
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert on app.ledger_entries to agency_roi_app;
