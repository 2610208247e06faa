-- Sums of entries of one kind from the first of January up to the end of a month, over all editions: any whole months of a year are one row less another.
-- A kind has rows from its first month in a year up to December. Months before it have none: there it came to nothing.
create table app.ledger_year_to_date (
  tenant_id              uuid           not null,
  client_id              uuid           not null,
  viewpoint              text           not null,
  month                  date           not null,
  -- Return class, stream or category and, of value, grade and basis: 'INDIRECT:REPUTATION:C:STATED', 'COST:AD_SPEND'.
  kind                   text           not null,
  entries                bigint         not null,
  quantity               numeric(30, 4) not null,
  client_amount          numeric(30, 4) not null,
  adjusted_amount        numeric(30, 4) not null,
  low_amount             numeric(30, 4) not null,
  high_amount            numeric(30, 4) not null,
  agency_amount          numeric(30, 4) not null,
  agency_adjusted_amount numeric(30, 4) not null,
  agency_low_amount      numeric(30, 4) not null,
  agency_high_amount     numeric(30, 4) not null,
  -- All clients of an agency in one month lie side by side: that is the question asked most.
  constraint ledger_year_to_date_key primary key (tenant_id, viewpoint, month, client_id, kind),
  constraint ledger_year_to_date_head foreign key (tenant_id, client_id) references app.ledger_heads (tenant_id, client_id),
  constraint ledger_year_to_date_largest check (
    greatest(
      abs(quantity), abs(client_amount), abs(adjusted_amount), abs(low_amount), abs(high_amount), abs(agency_amount), abs(agency_adjusted_amount),
      abs(agency_low_amount), abs(agency_high_amount)) < 1e24)
) with (fillfactor = 70);

insert into app.ledger_year_to_date
select
  m.tenant_id, m.client_id, m.viewpoint, to_date.month, concat_ws(':', m.line, coalesce(m.value_stream, m.cost_category), m.grade, m.basis),
  sum(m.entries), sum(m.quantity), sum(m.client_amount), sum(m.adjusted_amount), sum(m.low_amount), sum(m.high_amount), sum(m.agency_amount),
  sum(m.agency_adjusted_amount), sum(m.agency_low_amount), sum(m.agency_high_amount)
from app.ledger_months m
  cross join lateral (
    select month::date
    from generate_series(m.month::timestamp, date_trunc('year', m.month::timestamp) + interval '11 months', interval '1 month') as month) to_date
group by 1, 2, 3, 4, 5;

alter table app.ledger_year_to_date enable row level security;
alter table app.ledger_year_to_date force row level security;
create policy tenant on app.ledger_year_to_date
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert, update on app.ledger_year_to_date to agency_roi_app;
