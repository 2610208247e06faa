-- What a click on a search term would have cost in a market and a month. Zero is a price; none is not.
create table app.keyword_prices (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  keyword text not null constraint keyword_prices_keyword check (keyword <> ''),
  country text not null constraint keyword_prices_country check (country ~ '^[A-Z]{2}$'),
  month date not null constraint keyword_prices_month check (extract(day from month) = 1),
  amount numeric(20, 10) not null constraint keyword_prices_amount check (amount >= 0),
  currency text not null constraint keyword_prices_currency references app.currencies (code),
  source text not null,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint keyword_prices_key primary key (tenant_id, id),
  constraint keyword_prices_of_client unique (tenant_id, client_id, id),
  constraint keyword_prices_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint keyword_prices_month_unique unique (tenant_id, client_id, month, keyword, country)
);

alter table app.keyword_prices enable row level security;
alter table app.keyword_prices force row level security;
create policy tenant on app.keyword_prices
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.keyword_prices to agency_roi_app;
