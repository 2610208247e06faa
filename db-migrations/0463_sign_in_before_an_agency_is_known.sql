-- Which agencies somebody belongs to, and which one an invitation is of, must be known before any agency is. These directories lie outside schema app, as
-- control.token_ids does; no role reads them, only the functions below do.

create table control.identities (
  issuer    text not null,
  subject   text not null,
  agency_id uuid not null,
  primary key (issuer, subject, agency_id)
);

create table control.invitation_ids (
  invitation_id text not null,
  agency_id     uuid not null,
  primary key (invitation_id)
);

grant select, insert on control.identities, control.invitation_ids to agency_roi_lookup;
grant select (tenant_id, id, issuer, subject, role, client_scope, removed_at) on app.memberships to agency_roi_lookup;
grant select (tenant_id, invitation_id, secret_hash) on app.invitations to agency_roi_lookup;

-- One row per agency that the identity is a member of. Asked by whoever has shown an access token of that identity.
create function app.find_memberships(wanted_issuer text, wanted_subject text)
  returns table (
    tenant_id uuid, slug text, name text, currency_code text, time_zone text, id uuid, role text, client_scope uuid[], suspended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, app
  as $$
    select a.id, a.slug, a.name, a.currency_code, a.time_zone, m.id, m.role, m.client_scope, a.suspended_at
    from control.identities d
      join app.memberships m
        on m.tenant_id = d.agency_id and m.issuer = d.issuer and m.subject = d.subject and m.removed_at is null
      join app.agencies a on a.id = d.agency_id
    where d.issuer = wanted_issuer and d.subject = wanted_subject
    order by a.slug;
  $$;

create function app.find_invitation(wanted text)
  returns table (
    tenant_id uuid, slug text, name text, currency_code text, time_zone text, secret_hash bytea, suspended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, app
  as $$
    select a.id, a.slug, a.name, a.currency_code, a.time_zone, i.secret_hash, a.suspended_at
    from control.invitation_ids d
      join app.invitations i on i.tenant_id = d.agency_id and i.invitation_id = d.invitation_id
      join app.agencies a on a.id = d.agency_id
    where d.invitation_id = wanted;
  $$;

-- False when the id is taken. Only ever for the agency that the transaction stands in.
create function app.reserve_invitation_id(wanted text) returns boolean
  language sql volatile security definer set search_path = pg_catalog, app
  as $$
    with reserved as (
      insert into control.invitation_ids (invitation_id, agency_id) values (wanted, app.current_tenant())
      on conflict do nothing returning 1)
    select exists (select from reserved);
  $$;

-- Has the identity's agencies looked for in the one that the transaction stands in too. It makes nobody a member.
create function app.note_identity(wanted_issuer text, wanted_subject text) returns void
  language sql volatile security definer set search_path = pg_catalog, app
  as $$
    insert into control.identities (issuer, subject, agency_id) values (wanted_issuer, wanted_subject, app.current_tenant())
    on conflict do nothing;
  $$;

revoke execute on function app.find_memberships(text, text), app.find_invitation(text), app.reserve_invitation_id(text),
  app.note_identity(text, text) from public;
grant execute on function app.find_memberships(text, text) to agency_roi_app;
grant execute on function app.find_invitation(text) to agency_roi_app;
grant execute on function app.reserve_invitation_id(text) to agency_roi_app, agency_roi_ops;
grant execute on function app.note_identity(text, text) to agency_roi_app;

grant create on schema app to agency_roi_lookup;
alter function app.find_memberships(text, text) owner to agency_roi_lookup;
alter function app.find_invitation(text) owner to agency_roi_lookup;
alter function app.reserve_invitation_id(text) owner to agency_roi_lookup;
alter function app.note_identity(text, text) owner to agency_roi_lookup;
revoke create on schema app from agency_roi_lookup;
