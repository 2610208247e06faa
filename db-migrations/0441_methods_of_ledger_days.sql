-- As in the months: a part of a month is asked for by method too.
truncate app.ledger_days;
alter table app.ledger_days drop constraint ledger_days_key;
alter table app.ledger_days
  add column method text not null,
  add column method_version int not null;

insert into app.ledger_days (
  tenant_id, client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id, method,
  method_version, entries, quantity, client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount,
  agency_high_amount)
select
  tenant_id, client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id, method,
  method_version, count(*), sum(quantity), sum(client_amount), sum(adjusted_amount), sum(low_amount), sum(high_amount), sum(agency_amount),
  sum(agency_adjusted_amount), sum(agency_low_amount), sum(agency_high_amount)
from app.ledger_entries
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16;

alter table app.ledger_days
  add constraint ledger_days_key unique nulls not distinct
    (tenant_id, client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id, method,
      method_version);
