-- The product's roles. Run once per cluster as superuser, before the first migration; safe to repeat.
-- Passwords are not set here: alter role agency_roi_migrator password '…'; the same for _app and _ops.
-- Then: create database agency_roi owner agency_roi_owner;
do $roles$
declare
  wanted text;
begin
  foreach wanted in array array['agency_roi_owner', 'agency_roi_migrator', 'agency_roi_app', 'agency_roi_ops', 'agency_roi_lookup'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I', wanted);
    end if;
  end loop;
end
$roles$;

-- The owner passes over policies: a foreign key added under forced policies would otherwise be checked against nothing.
alter role agency_roi_owner nologin nosuperuser nocreatedb nocreaterole noreplication bypassrls;
alter role agency_roi_migrator login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role agency_roi_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
alter role agency_roi_ops login nosuperuser nocreatedb nocreaterole noreplication bypassrls;
alter role agency_roi_lookup nologin nosuperuser nocreatedb nocreaterole noreplication bypassrls;

grant agency_roi_owner to agency_roi_migrator;
-- So that a migration can hand a lookup function to its narrow owner.
grant agency_roi_lookup to agency_roi_owner;

alter role agency_roi_app set statement_timeout = '5s';
alter role agency_roi_app set lock_timeout = '3s';
alter role agency_roi_app set idle_in_transaction_session_timeout = '15s';
-- Statements here take milliseconds, their compilation takes a second: some are planned with costs that no plan has, so that one index is taken.
alter role agency_roi_app set jit = off;
