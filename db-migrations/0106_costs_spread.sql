-- Training and conferences may be borne by the months that they serve, by day, in place of the day on which they were.
alter table app.costs
  add column spread_months int
    constraint costs_spread_months check (spread_months between 2 and 60),
  add constraint costs_spread_category check (spread_months is null or category in ('TRAINING', 'CONFERENCE'));
