-- An agency's own rates: one agency must not change another's money. Units of the quote currency for one of the base.
create table app.exchange_rates (
  tenant_id uuid not null constraint exchange_rates_agency references app.agencies (id),
  id uuid not null,
  base_currency text not null constraint exchange_rates_base references app.currencies (code),
  quote_currency text not null constraint exchange_rates_quote references app.currencies (code),
  granularity text not null constraint exchange_rates_granularity check (granularity in ('DAY', 'MONTH')),
  starts_on date not null,
  rate numeric(20, 10) not null constraint exchange_rates_rate check (rate > 0),
  source text not null constraint exchange_rates_source check (source <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint exchange_rates_key primary key (tenant_id, id),
  constraint exchange_rates_two_currencies check (base_currency <> quote_currency),
  constraint exchange_rates_month_starts check (granularity = 'DAY' or extract(day from starts_on) = 1),
  constraint exchange_rates_one_per_start unique (tenant_id, base_currency, quote_currency, granularity, starts_on)
);

alter table app.exchange_rates enable row level security;
alter table app.exchange_rates force row level security;
create policy tenant on app.exchange_rates
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());

grant select, insert, update on app.exchange_rates to agency_roi_app;
