-- An agency is a tenant. The app reads its own row and no more; agencies are made by the ops role (Tenancy/AgencyRegistry.cs),
-- which also keeps slugs apart: a unique index here could not begin with the tenant.

create table app.agencies (
  id            uuid        not null,
  slug          text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 63),
  name          text        not null check (length(name) between 1 and 200),
  currency_code text        not null references app.currencies (code),
  time_zone     text        not null check (length(time_zone) between 1 and 64),
  created_at    timestamptz not null,
  version       bigint      not null default 1,
  primary key (id)
);

alter table app.agencies enable row level security;
alter table app.agencies force row level security;
create policy tenant on app.agencies using (id = app.current_tenant()) with check (id = app.current_tenant());
grant select on app.agencies to agency_roi_app;
