-- Who is asking: set by SET LOCAL at the start of each transaction, read by every policy.

grant usage on schema app to agency_roi_app, agency_roi_ops;
alter default privileges in schema app grant select, insert, update, delete on tables to agency_roi_ops;

-- Strict on purpose: with nothing set, a query fails instead of seeing nothing. Plain SQL, so that the planner sees the value.
create function app.current_tenant() returns uuid
  language sql stable parallel safe
  return current_setting('app.tenant_id')::uuid;

-- The setting is '*' or ids with commas between them.
create function app.client_visible(c uuid) returns boolean
  language sql stable parallel safe
  return current_setting('app.client_scope') = '*' or strpos(current_setting('app.client_scope'), c::text) > 0;
