-- A member is a person who signs in at the identity provider. Issuer and subject say who it is, and nothing else does: the address is as it was when the
-- invitation was accepted. The clients of a member are optional, so their column is not called client_id and the table is not client-scoped.

create table app.memberships (
  tenant_id    uuid        not null references app.agencies (id),
  id           uuid        not null,
  issuer       text        not null check (length(issuer) between 1 and 500),
  subject      text        not null check (length(subject) between 1 and 255),
  email        text        not null check (length(email) between 3 and 320),
  name         text        check (length(name) between 1 and 200),
  role         text        not null constraint memberships_role check (role in (
    'OWNER', 'ADMIN', 'MANAGER', 'ANALYST', 'FINANCE', 'CONTRIBUTOR', 'READ_ONLY', 'PORTAL', 'PORTAL_APPROVER')),
  client_scope uuid[]      check (array_length(client_scope, 1) >= 1),  -- null: every client
  invited_by   text        not null check (length(invited_by) between 1 and 200),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  last_seen_at timestamptz,
  removed_at   timestamptz,
  version      bigint      not null default 1,
  primary key (tenant_id, id),
  constraint memberships_portal_has_clients check (role not in ('PORTAL', 'PORTAL_APPROVER') or client_scope is not null)
);

-- Who was removed may come back as another member.
create unique index memberships_identity_once on app.memberships (tenant_id, issuer, subject) where removed_at is null;

alter table app.memberships enable row level security;
alter table app.memberships force row level security;
create policy tenant on app.memberships using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant());
grant select, insert, update on app.memberships to agency_roi_app;
