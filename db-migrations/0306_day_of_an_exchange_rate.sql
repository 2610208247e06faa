-- An exchange rate has one day, or the first of its month, and no end of its own.
alter table app.exchange_rates rename column starts_on to day;
alter table app.exchange_rates rename constraint exchange_rates_one_per_start to exchange_rates_one_per_day;
