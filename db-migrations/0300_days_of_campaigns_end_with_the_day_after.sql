-- Days from from_day up to, and without, to_day, as in every table: the last day of before becomes the first day after it. The type is stated anew since
-- that moves the rows of all agencies, which an update under forced row-level security would not.
alter table app.campaigns drop constraint campaigns_dates;
alter table app.campaigns alter column ends_on type date using ends_on + 1;
alter table app.campaigns rename column starts_on to from_day;
alter table app.campaigns rename column ends_on to to_day;
alter table app.campaigns add constraint campaigns_dates check (from_day < to_day);
