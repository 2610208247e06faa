-- What tells that two facts are one: the key of the lead or of the order, and the contact. Outcomes and conversions with the same lead or order claim
-- one unit of value. same_as: the unit of the sale that somebody found an outcome to be.
alter table app.outcomes
  add column lead_reference text constraint outcomes_lead_reference check (lead_reference <> ''),
  add column order_reference text constraint outcomes_order_reference check (order_reference <> ''),
  add column contact_reference text constraint outcomes_contact_reference check (contact_reference <> ''),
  add column same_as text constraint outcomes_same_as check (same_as <> '');
alter table app.sales
  add column lead_reference text constraint sales_lead_reference check (lead_reference <> ''),
  add column order_reference text constraint sales_order_reference check (order_reference <> '');

create index outcomes_by_contact on app.outcomes (tenant_id, client_id, contact_reference) where contact_reference is not null;
