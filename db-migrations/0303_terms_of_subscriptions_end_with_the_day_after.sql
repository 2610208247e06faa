-- A term from from_day up to, and without, to_day. One that was cancelled was used up to, and without, cancelled_from.
alter table app.subscriptions drop constraint subscriptions_term, drop constraint subscriptions_cancelled;
alter table app.subscriptions
  alter column ends_on type date using ends_on + 1,
  alter column cancelled_on type date using cancelled_on + 1;
alter table app.subscriptions rename column starts_on to from_day;
alter table app.subscriptions rename column ends_on to to_day;
alter table app.subscriptions rename column cancelled_on to cancelled_from;
alter table app.subscriptions
  add constraint subscriptions_term check (from_day < to_day),
  add constraint subscriptions_cancelled check (
    (cancelled_from is null) = (cancelled_amount is null) and (cancelled_from is null or (from_day < cancelled_from and cancelled_from <= to_day)));
