-- One row per legal basis for processing a contact's data for a purpose. The end is the first day on which it no longer holds: consent was withdrawn, or legitimate
-- interests were objected to.
create table app.contact_legal_bases (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  purpose text not null constraint contact_legal_bases_purpose check (purpose in ('SERVICE', 'MARKETING', 'PROFILING', 'ANALYTICS', 'SHARING')),
  legal_basis text not null constraint contact_legal_bases_legal_basis check (
    legal_basis in ('CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'VITAL_INTERESTS', 'PUBLIC_TASK', 'LEGITIMATE_INTERESTS')),
  effective_from date not null,
  source text not null constraint contact_legal_bases_source check (source <> ''),
  proof text constraint contact_legal_bases_proof check (proof <> ''),
  ended_from date,
  external_reference text not null constraint contact_legal_bases_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint contact_legal_bases_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint contact_legal_bases_key primary key (tenant_id, id),
  constraint contact_legal_bases_of_client unique (tenant_id, client_id, id),
  constraint contact_legal_bases_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contact_legal_bases_contact foreign key (tenant_id, client_id, contact_id) references app.contacts (tenant_id, client_id, id),
  constraint contact_legal_bases_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index contact_legal_bases_of_contact on app.contact_legal_bases (tenant_id, client_id, contact_id);

alter table app.contact_legal_bases enable row level security;
alter table app.contact_legal_bases force row level security;
create policy tenant on app.contact_legal_bases
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.contact_legal_bases to agency_roi_app;
