-- How many offers to a person were made to name nobody.
alter table app.contact_erasures add column offer_count int not null default 0 constraint contact_erasures_offer_count check (offer_count >= 0);
