-- A token may be limited to some of the permissions that its role has; null: to none of them.

alter table app.api_tokens
  add column scopes text[],
  add constraint api_tokens_scopes check (cardinality(scopes) >= 1 and scopes <@ array[
    'READ_PUBLISHED', 'READ_DATA', 'READ_FINANCES', 'RECORD_FACTS', 'IMPORT_FILES', 'WRITE_CLIENT_DATA', 'WRITE_AGENCY_DATA', 'WRITE_FINANCES',
    'PUBLISH', 'MANAGE_TOKENS', 'MANAGE_MEMBERS', 'MANAGE_OWNERS']);

-- What a function returns cannot be replaced. A process of the version before goes on reading the columns that it names.
drop function app.find_api_token(text);

create function app.find_api_token(wanted text)
  returns table (
    tenant_id uuid, slug text, name text, currency_code text, time_zone text, id uuid, secret_hash bytea, role text,
    client_scope uuid[], scopes text[], expires_at timestamptz, revoked_at timestamptz, trusted_documents_only boolean,
    suspended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, app
  as $$
    select a.id, a.slug, a.name, a.currency_code, a.time_zone, t.id, t.secret_hash, t.role, t.client_scope, t.scopes, t.expires_at,
      t.revoked_at, t.trusted_documents_only, a.suspended_at
    from control.token_ids d
      join app.api_tokens t on t.tenant_id = d.agency_id and t.token_id = d.token_id
      join app.agencies a on a.id = d.agency_id
    where d.token_id = wanted;
  $$;

revoke execute on function app.find_api_token(text) from public;
grant execute on function app.find_api_token(text) to agency_roi_app;

grant create on schema app to agency_roi_lookup;
alter function app.find_api_token(text) owner to agency_roi_lookup;
revoke create on schema app from agency_roi_lookup;
