-- An agency's factors by grade of evidence, from a day on. Never changed: of two for the same day the later one holds.
create table app.evidence_policies (
  tenant_id      uuid          not null constraint evidence_policies_agency references app.agencies (id),
  id             uuid          not null,
  effective_from date          not null,
  revision       int           not null constraint evidence_policies_revision check (revision > 0),
  a              numeric(5, 4) not null,
  b              numeric(5, 4) not null,
  c              numeric(5, 4) not null,
  d              numeric(5, 4) not null,
  e              numeric(5, 4) not null,
  note           text,
  created_at     timestamptz   not null,
  constraint evidence_policies_key primary key (tenant_id, id),
  constraint evidence_policies_revision_unique unique (tenant_id, effective_from, revision),
  constraint evidence_policies_order check (1 >= a and a >= b and b >= c and c >= d and d >= e and e >= 0)
);

alter table app.evidence_policies enable row level security;
alter table app.evidence_policies force row level security;
create policy tenant on app.evidence_policies
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());
grant select, insert on app.evidence_policies to agency_roi_app;
