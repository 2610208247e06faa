-- A member may be restricted to the clients of groups too, as they are at the time of each request, and so may whoever is invited.

alter table app.memberships
  add column client_groups uuid[],
  add constraint memberships_client_groups check (client_groups is null or (cardinality(client_groups) >= 1 and client_scope is not null)),
  -- The check of before let an empty list pass: its length is null.
  drop constraint memberships_client_scope_check,
  add constraint memberships_client_scope check (cardinality(client_scope) >= 1 or client_groups is not null);

alter table app.invitations
  add column client_groups uuid[],
  add constraint invitations_client_groups check (client_groups is null or (cardinality(client_groups) >= 1 and client_scope is not null)),
  drop constraint invitations_client_scope_check,
  add constraint invitations_client_scope check (cardinality(client_scope) >= 1 or client_groups is not null);

grant select (client_groups) on app.memberships to agency_roi_lookup;

-- What a function returns cannot be replaced. A process of the version before goes on reading the columns that it names.
drop function app.find_memberships(text, text);

create function app.find_memberships(wanted_issuer text, wanted_subject text)
  returns table (
    tenant_id uuid, slug text, name text, currency_code text, time_zone text, id uuid, role text, client_scope uuid[],
    named_clients uuid[], client_groups uuid[], suspended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, app
  as $$
    select a.id, a.slug, a.name, a.currency_code, a.time_zone, m.id, m.role,
      app.clients_in_scope(m.tenant_id, m.client_scope, m.client_groups), m.client_scope, m.client_groups, a.suspended_at
    from control.identities d
      join app.memberships m
        on m.tenant_id = d.agency_id and m.issuer = d.issuer and m.subject = d.subject and m.removed_at is null
      join app.agencies a on a.id = d.agency_id
    where d.issuer = wanted_issuer and d.subject = wanted_subject
    order by a.slug;
  $$;

revoke execute on function app.find_memberships(text, text) from public;
grant execute on function app.find_memberships(text, text) to agency_roi_app;

grant create on schema app to agency_roi_lookup;
alter function app.find_memberships(text, text) owner to agency_roi_lookup;
revoke create on schema app from agency_roi_lookup;
