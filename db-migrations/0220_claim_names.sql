-- One row per name of a unit that a claim names by several: claims that share a name, directly or through others, are on one unit. A claim without
-- rows here names its unit by claims.unit alone. Derived state, like the claims.
create table app.claim_names (
  tenant_id uuid not null,
  client_id uuid not null,
  name      text not null constraint claim_names_name check (name <> ''),
  source_id uuid not null,
  unit      text not null,
  constraint claim_names_key primary key (tenant_id, client_id, name, source_id),
  constraint claim_names_claim foreign key (tenant_id, client_id, unit, source_id)
    references app.claims (tenant_id, client_id, unit, source_id) on delete cascade
);
create index claim_names_of_claim on app.claim_names (tenant_id, client_id, source_id, unit);

alter table app.claim_names enable row level security;
alter table app.claim_names force row level security;
create policy tenant on app.claim_names
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert, delete on app.claim_names to agency_roi_app;
