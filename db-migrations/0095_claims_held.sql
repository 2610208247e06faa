-- Who holds a share of a unit, found without the claims that wait for one: on a unit that many facts claim, these are most of them.
create index claims_held on app.claims (tenant_id, client_id, unit) where posted_version is not null;
