-- The day since which a contact is known: of the first stage that was said of it or of one that is merged into it; where none was said, the day on which it was made. How many
-- contacts there were on a day is counted by it, in the order of an index. The keys of a network are counted in the order of theirs.
alter table app.contacts add column known_since date;

update app.contacts c
set known_since = coalesce(
  (select min(s.occurred_on)
   from app.contacts m
     join app.contact_stages s on s.tenant_id = c.tenant_id and s.client_id = c.client_id and s.contact_id = m.id and s.retracted_at is null
   where m.tenant_id = c.tenant_id and m.client_id = c.client_id and (m.id = c.id or m.kept_id = c.id)),
  (c.created_at at time zone 'UTC')::date);

-- A version of the program that does not know the column goes on making contacts.
alter table app.contacts
  alter column known_since set default (now() at time zone 'UTC')::date,
  alter column known_since set not null;

create index contacts_by_known_since on app.contacts (tenant_id, client_id, known_since) where merged_into_id is null;
create index contact_keys_of_network on app.contact_keys (tenant_id, client_id, network_code, contact_id) where network_code is not null;
