-- Which token made which: what a leaked owner's token gave out can be taken back with it. Tokens that a command made have no issuer.

alter table app.api_tokens add column issuer_id uuid;

-- Until now the issuer stood in created_by alone, as token:ID.
update app.api_tokens t set issuer_id = i.id
from app.api_tokens i
where i.tenant_id = t.tenant_id and t.created_by = 'token:' || i.id::text;

alter table app.api_tokens
  add constraint api_tokens_issuer foreign key (tenant_id, issuer_id) references app.api_tokens (tenant_id, id);

create index api_tokens_issuer on app.api_tokens (tenant_id, issuer_id);
