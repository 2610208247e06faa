-- One row per client of an agency, and one of kind HOUSE that holds cost not yet allocated to a client.
create table app.clients (
  tenant_id uuid not null constraint clients_agency references app.agencies (id),
  id uuid not null,
  kind text not null constraint clients_kind check (kind in ('CLIENT', 'HOUSE')),
  name text not null constraint clients_name check (name <> '' and length(name) <= 200),
  industry text not null constraint clients_industry check (industry in (
    'AGRICULTURE', 'AUTOMOTIVE', 'BEAUTY', 'CONSTRUCTION', 'CONSUMER_GOODS', 'EDUCATION', 'ENERGY', 'ENTERTAINMENT', 'FASHION',
    'FINANCE', 'FOOD_AND_DRINK', 'GOVERNMENT', 'HEALTH', 'HOSPITALITY', 'MANUFACTURING', 'MEDIA', 'NON_PROFIT',
    'PROFESSIONAL_SERVICES', 'REAL_ESTATE', 'RETAIL', 'SPORTS', 'TECHNOLOGY', 'TELECOMMUNICATIONS', 'TRANSPORT', 'OTHER')),
  business_model text not null constraint clients_business_model check (business_model in ('B2B', 'B2C', 'B2B2C')),
  size text not null constraint clients_size check (size in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
  currency text not null constraint clients_currency references app.currencies (code),
  time_zone text not null constraint clients_time_zone check (time_zone <> ''),
  -- A share of the sale, 0 to 1. Null: direct value is the revenue itself.
  margin numeric(9, 8) constraint clients_margin check (margin between 0 and 1),
  external_reference text constraint clients_external_reference check (external_reference <> ''),
  data_origin text not null constraint clients_data_origin check (data_origin in ('ENTERED', 'SAMPLE', 'GENERATED')),
  data_note text,
  archived_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint clients_key primary key (tenant_id, id),
  constraint clients_external_reference_unique unique (tenant_id, external_reference)
);

create unique index clients_one_house on app.clients (tenant_id) where kind = 'HOUSE';
create index clients_by_name on app.clients (tenant_id, name, id);

alter table app.clients enable row level security;
alter table app.clients force row level security;
create policy tenant on app.clients
  using (tenant_id = app.current_tenant() and app.client_visible(id))
  with check (tenant_id = app.current_tenant() and app.client_visible(id));

grant select, insert, update on app.clients to agency_roi_app;
