-- Contacts and what is said of them are looked up by ids that mean one contact alone, so that the client's id in these indexes only takes place. Without it no lookup by
-- another column takes them for an index of its own while the tables are new and nothing is known of their sizes: each foreign key to a contact was checked by reading
-- all contacts of the client.
drop index app.contacts_of_kept;
create index contacts_of_kept on app.contacts (tenant_id, kept_id);

drop index app.contact_keys_of_contact;
create index contact_keys_of_contact on app.contact_keys (tenant_id, contact_id);

drop index app.contact_stages_of_contact;
create index contact_stages_of_contact on app.contact_stages (tenant_id, contact_id, occurred_on);

drop index app.contact_legal_bases_of_contact;
create index contact_legal_bases_of_contact on app.contact_legal_bases (tenant_id, contact_id);
