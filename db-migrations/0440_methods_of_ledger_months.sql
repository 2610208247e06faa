-- By which method value came about is asked with the months too: until now that was in the entries alone, so that the rows are made of these once more.
truncate app.ledger_months;
alter table app.ledger_months drop constraint ledger_months_key;
alter table app.ledger_months
  add column method text not null,
  add column method_version int not null;

insert into app.ledger_months (
  tenant_id, client_id, month, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, method, method_version, entries, quantity,
  client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount)
select
  tenant_id, client_id, date_trunc('month', day::timestamp)::date, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, method,
  method_version, count(*), sum(quantity), sum(client_amount), sum(adjusted_amount), sum(low_amount), sum(high_amount), sum(agency_amount),
  sum(agency_adjusted_amount), sum(agency_low_amount), sum(agency_high_amount)
from app.ledger_entries
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13;

alter table app.ledger_months
  add constraint ledger_months_key unique nulls not distinct
    (tenant_id, client_id, month, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, method, method_version);
