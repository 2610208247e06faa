-- Whether there is any agency: a server that is just being set up says what comes next. No more than yes or no, and before any agency is known.

create function app.has_agency() returns boolean
  language sql stable security definer set search_path = pg_catalog, app
  as $$ select exists (select from app.agencies) $$;

revoke execute on function app.has_agency() from public;
grant execute on function app.has_agency() to agency_roi_app;

grant create on schema app to agency_roi_lookup;
alter function app.has_agency() owner to agency_roi_lookup;
revoke create on schema app from agency_roi_lookup;
