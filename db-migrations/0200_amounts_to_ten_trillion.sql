-- An amount that is given is at most 10^13 of any currency, with ten places. The scale stays, so that no row is rewritten; the checks on the columns are
-- read again, one scan a table.
alter table app.costs alter column amount type numeric(24, 10);
alter table app.sales alter column amount type numeric(24, 10);
alter table app.refunds alter column amount type numeric(24, 10);
alter table app.goal_values alter column amount type numeric(24, 10);
alter table app.hourly_rates alter column amount type numeric(24, 10);
alter table app.subscriptions alter column amount type numeric(24, 10), alter column cancelled_amount type numeric(24, 10);
alter table app.budgets alter column amount type numeric(24, 10);
alter table app.keyword_prices alter column amount type numeric(24, 10);
alter table app.keyword_visits alter column priced_at type numeric(24, 10);
