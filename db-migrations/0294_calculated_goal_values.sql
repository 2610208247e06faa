-- The inputs of a goal's value that was calculated. A calculation with another input is another row: the old one keeps its inputs.
alter table app.goal_values
  add column calculation text constraint goal_values_calculation check (calculation in ('LEAD', 'SOLVED_PROBLEM')),
  add column close_rate numeric(9, 8) constraint goal_values_close_rate check (close_rate between 0 and 1),
  add column deal_amount numeric(24, 10) constraint goal_values_deal_amount check (deal_amount >= 0),
  add column margin numeric(9, 8) constraint goal_values_margin check (margin between 0 and 1),
  add column revenue_kept numeric(24, 10) constraint goal_values_revenue_kept check (revenue_kept >= 0),
  add column hours_freed numeric(20, 4) constraint goal_values_hours_freed check (hours_freed >= 0),
  add column hourly_rate numeric(24, 10) constraint goal_values_hourly_rate check (hourly_rate >= 0),
  add constraint goal_values_inputs check (
    case calculation
    when 'LEAD' then num_nonnulls(close_rate, deal_amount, margin) = 3 and num_nonnulls(revenue_kept, hours_freed, hourly_rate) = 0
    when 'SOLVED_PROBLEM' then num_nonnulls(revenue_kept, hours_freed, hourly_rate) = 3 and num_nonnulls(close_rate, deal_amount, margin) = 0
    else num_nonnulls(close_rate, deal_amount, margin, revenue_kept, hours_freed, hourly_rate) = 0 end);
