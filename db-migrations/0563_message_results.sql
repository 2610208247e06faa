-- One row per statement of what came of the messages of a variant that were delivered on a day.
create table app.message_results (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  variant_code text not null,
  occurred_on date not null,
  delivered numeric(20, 4) not null,
  responded numeric(20, 4) not null constraint message_results_responded check (responded between 0 and delivered),
  conversions numeric(20, 4) not null constraint message_results_conversions check (conversions between 0 and delivered),
  external_reference text not null constraint message_results_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint message_results_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint message_results_key primary key (tenant_id, id),
  constraint message_results_of_client unique (tenant_id, client_id, id),
  constraint message_results_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint message_results_variant foreign key (tenant_id, client_id, variant_code) references app.message_variants (tenant_id, client_id, code),
  constraint message_results_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index message_results_by_day on app.message_results (tenant_id, client_id, occurred_on, id);
create index message_results_of_variant on app.message_results (tenant_id, client_id, variant_code);

alter table app.message_results enable row level security;
alter table app.message_results force row level security;
create policy tenant on app.message_results
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.message_results to agency_roi_app;
