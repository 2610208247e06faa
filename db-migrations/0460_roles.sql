-- Nine roles instead of three, for tokens as for people. Both roles of a client's people name their clients.

alter table app.api_tokens
  drop constraint api_tokens_role_check,
  drop constraint api_tokens_portal_has_clients,
  add constraint api_tokens_role check (role in (
    'OWNER', 'ADMIN', 'MANAGER', 'ANALYST', 'FINANCE', 'CONTRIBUTOR', 'READ_ONLY', 'PORTAL', 'PORTAL_APPROVER')),
  add constraint api_tokens_portal_has_clients check (role not in ('PORTAL', 'PORTAL_APPROVER') or client_scope is not null);
