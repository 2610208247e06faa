-- A fact keeps the hash of the key that it named, beside the key of the journey that it is in: once contacts are merged or known by several keys, facts that named
-- different keys are in one journey, and in two again when they are split.
alter table app.touches add column named_key uuid;
update app.touches set named_key = journey_key;
alter table app.touches alter column named_key set not null;

alter table app.sales add column named_key uuid;
update app.sales set named_key = journey_key where journey_key is not null;
alter table app.sales add constraint sales_named check ((named_key is null) = (journey_key is null));
