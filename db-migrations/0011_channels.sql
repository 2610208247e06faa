-- Networks that an agency adds to the shared catalogue, for itself alone.
create table app.agency_networks (
  tenant_id uuid not null constraint agency_networks_agency references app.agencies (id),
  id uuid not null,
  code text not null constraint agency_networks_code check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
  name text not null constraint agency_networks_name check (name <> '' and length(name) <= 200),
  kind text not null constraint agency_networks_kind check (kind in (
    'SOCIAL', 'MESSAGING', 'VIDEO', 'CONTENT', 'EMAIL', 'SEARCH', 'COMMUNITY', 'AUDIO', 'PRESS', 'EVENT', 'DISPLAY', 'OTHER')),
  lifecycle text not null constraint agency_networks_lifecycle check (lifecycle in ('ACTIVE', 'DECLINING', 'RETIRED')),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint agency_networks_key primary key (tenant_id, id),
  constraint agency_networks_code_unique unique (tenant_id, code)
);

alter table app.agency_networks enable row level security;
alter table app.agency_networks force row level security;
create policy tenant on app.agency_networks
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());

grant select, insert, update on app.agency_networks to agency_roi_app;

-- One row per place where a client is present: an account, a page, a site, a shop counter.
create table app.channels (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  network_code text constraint channels_network references app.networks (code),
  agency_network_id uuid,
  name text not null constraint channels_name check (name <> '' and length(name) <= 200),
  handle text,
  url text,
  ownership text not null constraint channels_ownership check (ownership in ('OWNED', 'EARNED', 'PAID')),
  role text not null constraint channels_role check (role in ('REACH', 'DEPTH', 'CARE', 'COMMUNITY', 'CONVERSION', 'SEARCH')),
  lifecycle text not null constraint channels_lifecycle check (lifecycle in ('ACTIVE', 'DECLINING', 'RETIRED')),
  run_by_agency boolean not null,
  external_reference text constraint channels_external_reference check (external_reference <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint channels_key primary key (tenant_id, id),
  constraint channels_of_client unique (tenant_id, client_id, id),
  constraint channels_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint channels_agency_network foreign key (tenant_id, agency_network_id) references app.agency_networks (tenant_id, id),
  constraint channels_one_network check (num_nonnulls(network_code, agency_network_id) = 1),
  constraint channels_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index channels_by_name on app.channels (tenant_id, client_id, name, id);

alter table app.channels enable row level security;
alter table app.channels force row level security;
create policy tenant on app.channels
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.channels to agency_roi_app;
