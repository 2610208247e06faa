-- One row per credential. The secret itself is shown once and never stored. The clients of a token are optional, so their
-- column is not called client_id and the table is not client-scoped.

create table app.api_tokens (
  tenant_id    uuid        not null references app.agencies (id),
  id           uuid        not null,
  token_id     text        not null check (token_id ~ '^[0-9A-Za-z]{8}$'),
  secret_hash  bytea       not null check (length(secret_hash) = 32),
  role         text        not null check (role in ('OWNER', 'ANALYST', 'PORTAL')),
  client_scope uuid[]      check (array_length(client_scope, 1) >= 1),  -- null: every client
  label        text        not null check (length(label) between 1 and 200),
  created_at   timestamptz not null,
  created_by   text        not null check (length(created_by) between 1 and 200),
  expires_at   timestamptz check (expires_at > created_at),
  revoked_at   timestamptz,
  last_used_at timestamptz,
  version      bigint      not null default 1,
  primary key (tenant_id, id),
  constraint api_tokens_token_id unique (tenant_id, token_id),
  constraint api_tokens_portal_has_clients check (role <> 'PORTAL' or client_scope is not null)
);

alter table app.api_tokens enable row level security;
alter table app.api_tokens force row level security;
create policy tenant on app.api_tokens using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant());
grant select, insert, update on app.api_tokens to agency_roi_app;

-- Which agency a token belongs to must be known before any agency is. This directory lies outside schema app, where no index may
-- begin with anything but the tenant; no role reads it, only the two functions below do.
create schema control;
create table control.token_ids (
  token_id  text not null,
  agency_id uuid not null,
  primary key (token_id)
);

grant usage on schema control, app to agency_roi_lookup;
grant select, insert on control.token_ids to agency_roi_lookup;
grant select on app.api_tokens, app.agencies to agency_roi_lookup;

create function app.find_api_token(wanted text)
  returns table (
    tenant_id uuid, slug text, name text, currency_code text, time_zone text, id uuid, secret_hash bytea, role text,
    client_scope uuid[], expires_at timestamptz, revoked_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, app
  as $$
    select a.id, a.slug, a.name, a.currency_code, a.time_zone, t.id, t.secret_hash, t.role, t.client_scope, t.expires_at, t.revoked_at
    from control.token_ids d
      join app.api_tokens t on t.tenant_id = d.agency_id and t.token_id = d.token_id
      join app.agencies a on a.id = d.agency_id
    where d.token_id = wanted;
  $$;

-- False when the id is taken. Only ever for the agency that the transaction stands in.
create function app.reserve_token_id(wanted text) returns boolean
  language sql volatile security definer set search_path = pg_catalog, app
  as $$
    with reserved as (
      insert into control.token_ids (token_id, agency_id) values (wanted, app.current_tenant())
      on conflict do nothing returning 1)
    select exists (select from reserved);
  $$;

revoke execute on function app.find_api_token(text), app.reserve_token_id(text) from public;
grant execute on function app.find_api_token(text), app.reserve_token_id(text) to agency_roi_app;
grant execute on function app.reserve_token_id(text) to agency_roi_ops;

grant create on schema app to agency_roi_lookup;
alter function app.find_api_token(text) owner to agency_roi_lookup;
alter function app.reserve_token_id(text) owner to agency_roi_lookup;
revoke create on schema app from agency_roi_lookup;
