-- A goal's target is in units of its indicator or in money of the client's currency, one of them at a time, in the goal and in what it aimed at from a day on.
alter table app.goals
  add column target_money numeric(20, 4) constraint goals_target_money check (target_money >= 0),
  add column target_currency text references app.currencies (code),
  add constraint goals_target_currency check ((target_money is null) = (target_currency is null)),
  add constraint goals_one_target check (num_nonnulls(target_quantity, target_money) <= 1);

alter table app.goal_aims
  add column target_money numeric(20, 4) constraint goal_aims_target_money check (target_money >= 0),
  add column target_currency text references app.currencies (code),
  add constraint goal_aims_target_currency check ((target_money is null) = (target_currency is null)),
  add constraint goal_aims_one_target check (num_nonnulls(target_quantity, target_money) <= 1 and (aspect = 'TARGET' or target_money is null));
