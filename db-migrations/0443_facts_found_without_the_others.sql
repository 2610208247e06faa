-- Claims that wait for their unit, costs that are assumed or spread, and sales that are posted by a journey, each found without the others of their client.
create index claims_waiting on app.claims (tenant_id, client_id) where posted_version is null;
create index costs_assumed on app.costs (tenant_id, client_id) where is_assumed and retracted_at is null;
create index costs_spread on app.costs (tenant_id, client_id) where spread_months is not null;
create index sales_credited on app.sales (tenant_id, client_id) where journey is not null;
