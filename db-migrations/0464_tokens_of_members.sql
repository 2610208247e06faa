-- A member may give out tokens too, which are taken back with the membership. A token is made by a token, by a member or by a command.

alter table app.api_tokens
  add column issuer_member_id uuid,
  add constraint api_tokens_issuer_member foreign key (tenant_id, issuer_member_id) references app.memberships (tenant_id, id),
  add constraint api_tokens_one_issuer check (issuer_id is null or issuer_member_id is null);

create index api_tokens_issuer_member on app.api_tokens (tenant_id, issuer_member_id) where issuer_member_id is not null;
