-- A credit of a platform or a supplier is a fact against the category of cost: its amount is above zero, and it counts minus that amount. So no cost is
-- below zero without saying what it is.
alter table app.costs add column is_credit boolean not null default false, add constraint costs_credit check (not is_credit or amount > 0);
alter table app.costs alter column is_credit drop default;
