-- Days from from_day up to, and without, to_day; null: until further notice.
alter table app.hourly_rates drop constraint hourly_rates_dates;
alter table app.hourly_rates alter column ends_on type date using ends_on + 1;
alter table app.hourly_rates rename column starts_on to from_day;
alter table app.hourly_rates rename column ends_on to to_day;
alter table app.hourly_rates add constraint hourly_rates_dates check (from_day < to_day);
