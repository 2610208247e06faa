-- A token may be restricted to the clients of groups too, as they are at the time of each request. Its own clients are then named as ever, or an empty list.

alter table app.api_tokens
  add column client_groups uuid[],
  add constraint api_tokens_client_groups check (client_groups is null or (cardinality(client_groups) >= 1 and client_scope is not null)),
  -- The check of before let an empty list pass: its length is null.
  drop constraint api_tokens_client_scope_check,
  add constraint api_tokens_client_scope check (cardinality(client_scope) >= 1 or client_groups is not null);

-- The clients that a credential sees: those that it names and those of its groups that are in use, in order; null: all. It sees what its caller sees, so that a
-- session of one agency reads its own groups alone.
create function app.clients_in_scope(tenant uuid, named uuid[], groups uuid[]) returns uuid[]
  language sql stable
  as $$
    select case when groups is null then named else array(
      select unnest(named)
      union
      select m.client_id
      from app.client_group_members m join app.client_groups g on g.tenant_id = m.tenant_id and g.id = m.client_group_id
      where m.tenant_id = tenant and m.client_group_id = any(groups) and g.archived_at is null
      order by 1) end
  $$;

revoke execute on function app.clients_in_scope(uuid, uuid[], uuid[]) from public;
grant execute on function app.clients_in_scope(uuid, uuid[], uuid[]) to agency_roi_app, agency_roi_lookup;
grant select (tenant_id, id, archived_at) on app.client_groups to agency_roi_lookup;
grant select (tenant_id, client_id, client_group_id) on app.client_group_members to agency_roi_lookup;

-- What a function returns cannot be replaced. A process of the version before goes on reading the columns that it names.
drop function app.find_api_token(text);

create function app.find_api_token(wanted text)
  returns table (
    tenant_id uuid, slug text, name text, currency_code text, time_zone text, id uuid, secret_hash bytea, role text,
    client_scope uuid[], named_clients uuid[], client_groups uuid[], scopes text[], expires_at timestamptz, revoked_at timestamptz,
    trusted_documents_only boolean, suspended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, app
  as $$
    select a.id, a.slug, a.name, a.currency_code, a.time_zone, t.id, t.secret_hash, t.role,
      app.clients_in_scope(t.tenant_id, t.client_scope, t.client_groups), t.client_scope, t.client_groups, t.scopes, t.expires_at,
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
