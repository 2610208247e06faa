-- Days from from_day up to, and without, to_day.
alter table app.goals drop constraint goals_dates;
alter table app.goals alter column ends_on type date using ends_on + 1;
alter table app.goals rename column starts_on to from_day;
alter table app.goals rename column ends_on to to_day;
alter table app.goals add constraint goals_dates check (from_day < to_day);
