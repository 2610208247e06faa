-- One row per client, day, edition, kind of entry, channel, campaign and goal: answers for parts of months and for breakdowns.
create table app.ledger_days (
  tenant_id              uuid           not null,
  client_id              uuid           not null,
  day                    date           not null,
  edition                int            not null,
  viewpoint              text           not null,
  side                   text           not null,
  line                   text           not null,
  stream                 text           not null,
  grade                  text           not null,
  basis                  text           not null,
  channel_id             uuid           not null,
  campaign_id            uuid           not null,
  goal_id                uuid           not null,
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
  constraint ledger_days_key primary key
    (tenant_id, client_id, day, edition, viewpoint, side, line, stream, grade, basis, channel_id, campaign_id, goal_id),
  constraint ledger_days_head foreign key (tenant_id, client_id) references app.ledger_heads (tenant_id, client_id)
);

alter table app.ledger_days enable row level security;
alter table app.ledger_days force row level security;
create policy tenant on app.ledger_days
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert, update on app.ledger_days to agency_roi_app;
