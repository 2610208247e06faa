-- What a client's line of business, business model and size are from a day on. Rows are never changed: a later one for the same day has the
-- next revision. A column that is null says nothing: what an earlier row says of it goes on.
create table app.client_profiles (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  effective_from date not null,
  revision int not null constraint client_profiles_revision check (revision >= 1),
  industry text constraint client_profiles_industry check (industry in (
    'AGRICULTURE', 'AUTOMOTIVE', 'BEAUTY', 'CONSTRUCTION', 'CONSUMER_GOODS', 'EDUCATION', 'ENERGY', 'ENTERTAINMENT', 'FASHION',
    'FINANCE', 'FOOD_AND_DRINK', 'GOVERNMENT', 'HEALTH', 'HOSPITALITY', 'MANUFACTURING', 'MEDIA', 'NON_PROFIT',
    'PROFESSIONAL_SERVICES', 'REAL_ESTATE', 'RETAIL', 'SPORTS', 'TECHNOLOGY', 'TELECOMMUNICATIONS', 'TRANSPORT', 'OTHER')),
  business_model text constraint client_profiles_business_model check (business_model in ('B2B', 'B2C', 'B2B2C')),
  size text constraint client_profiles_size check (size in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
  created_at timestamptz not null,
  constraint client_profiles_key primary key (tenant_id, id),
  constraint client_profiles_of_client unique (tenant_id, client_id, id),
  constraint client_profiles_one_per_revision unique (tenant_id, client_id, effective_from, revision),
  constraint client_profiles_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint client_profiles_say_something check (coalesce(industry, business_model, size) is not null)
);

-- What is known of a client holds from the beginning: the first day that anything may be recorded on.
insert into app.client_profiles (tenant_id, client_id, id, effective_from, revision, industry, business_model, size, created_at)
select tenant_id, id, gen_random_uuid(), date '1900-01-01', 1, industry, business_model, size, created_at
from app.clients;

alter table app.client_profiles enable row level security;
alter table app.client_profiles force row level security;
create policy tenant on app.client_profiles
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.client_profiles to agency_roi_app;
