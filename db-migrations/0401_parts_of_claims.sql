-- A fact whose value is split among several channels claims its unit once for each part. The names of the unit are those of its first part.
alter table app.claims add column part int not null default 0 constraint claims_part check (part >= 0);
alter table app.claim_names add column part int not null default 0 constraint claim_names_part check (part = 0);
alter table app.claim_names drop constraint claim_names_claim;
alter table app.claims drop constraint claims_key;
alter table app.claims add constraint claims_key primary key (tenant_id, client_id, unit, source_id, part);
alter table app.claim_names
  add constraint claim_names_claim foreign key (tenant_id, client_id, unit, source_id, part)
    references app.claims (tenant_id, client_id, unit, source_id, part) on delete cascade;
