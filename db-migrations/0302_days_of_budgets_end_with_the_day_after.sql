-- Days from from_day up to, and without, to_day.
alter table app.budgets drop constraint budgets_days;
alter table app.budgets alter column ends_on type date using ends_on + 1;
alter table app.budgets rename column starts_on to from_day;
alter table app.budgets rename column ends_on to to_day;
alter table app.budgets add constraint budgets_days check (from_day < to_day);
