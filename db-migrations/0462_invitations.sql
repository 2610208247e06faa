-- One row per link that was sent to an address. The secret of the link is shown once and never stored; the address is kept as it is compared.

create table app.invitations (
  tenant_id     uuid        not null references app.agencies (id),
  id            uuid        not null,
  invitation_id text        not null check (invitation_id ~ '^[0-9A-Za-z]{8}$'),
  secret_hash   bytea       not null check (length(secret_hash) = 32),
  email         text        not null check (length(email) between 3 and 320),
  name          text        check (length(name) between 1 and 200),
  role          text        not null constraint invitations_role check (role in (
    'OWNER', 'ADMIN', 'MANAGER', 'ANALYST', 'FINANCE', 'CONTRIBUTOR', 'READ_ONLY', 'PORTAL', 'PORTAL_APPROVER')),
  client_scope  uuid[]      check (array_length(client_scope, 1) >= 1),  -- null: every client
  created_at    timestamptz not null,
  created_by    text        not null check (length(created_by) between 1 and 200),
  updated_at    timestamptz not null,
  expires_at    timestamptz not null check (expires_at > created_at),
  accepted_at   timestamptz,
  member_id     uuid,
  revoked_at    timestamptz,
  version       bigint      not null default 1,
  primary key (tenant_id, id),
  constraint invitations_invitation_id unique (tenant_id, invitation_id),
  constraint invitations_portal_has_clients check (role not in ('PORTAL', 'PORTAL_APPROVER') or client_scope is not null),
  constraint invitations_accepted check ((accepted_at is null) = (member_id is null)),
  constraint invitations_ended_once check (accepted_at is null or revoked_at is null),
  constraint invitations_member foreign key (tenant_id, member_id) references app.memberships (tenant_id, id)
);

create unique index invitations_email_unique on app.invitations (tenant_id, email) where accepted_at is null and revoked_at is null;

alter table app.invitations enable row level security;
alter table app.invitations force row level security;
create policy tenant on app.invitations using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant());
grant select, insert, update on app.invitations to agency_roi_app;
