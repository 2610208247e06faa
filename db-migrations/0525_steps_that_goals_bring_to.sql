-- A goal may say to which step of the funnel it brings contacts.
alter table app.goals add column contact_stage text constraint goals_contact_stage check (
  contact_stage in ('REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR'));
