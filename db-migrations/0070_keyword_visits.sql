-- A fact: visits that a search term of one market brought in a month. Terms are folded by case and spaces. Rows of one term, market and month are counted together.
create table app.keyword_visits (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  keyword text not null constraint keyword_visits_keyword check (keyword <> ''),
  country text not null constraint keyword_visits_country check (country ~ '^[A-Z]{2}$'),
  month date not null constraint keyword_visits_month check (extract(day from month) = 1),
  visits numeric(20, 4) not null constraint keyword_visits_visits check (visits >= 0),
  converting_visits numeric(20, 4) not null constraint keyword_visits_converting check (converting_visits >= 0 and converting_visits <= visits),
  is_paid boolean not null,
  is_brand boolean not null,
  target_page text,
  channel_id uuid,
  campaign_id uuid,
  external_reference text not null constraint keyword_visits_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint keyword_visits_revision check (revision >= 1),
  -- Counts what was given to the ledger: rows of one term are posted together, by the first of them.
  posting int not null default 0,
  -- The price that it was valued by; null while it waits for one.
  priced_at numeric(20, 10),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint keyword_visits_key primary key (tenant_id, id),
  constraint keyword_visits_of_client unique (tenant_id, client_id, id),
  constraint keyword_visits_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint keyword_visits_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint keyword_visits_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint keyword_visits_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index keyword_visits_by_month on app.keyword_visits (tenant_id, client_id, month, keyword);

alter table app.keyword_visits enable row level security;
alter table app.keyword_visits force row level security;
create policy tenant on app.keyword_visits
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.keyword_visits to agency_roi_app;
