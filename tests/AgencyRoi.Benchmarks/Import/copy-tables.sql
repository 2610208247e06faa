drop schema if exists pair cascade;
create schema pair;
create table pair.costs (like app.costs including all);
create table pair.sales (like app.sales including all);
create table pair.ledger_entries (like app.ledger_entries including all);
create table pair.claims (like app.claims including all);
create table pair.ledger_months (like app.ledger_months including all);
create table pair.ledger_days (like app.ledger_days including all);
create table pair.ledger_year_to_date (like app.ledger_year_to_date including all);
