-- As in the entries. The key holds columns that may be null, so that it is no primary key any more: two nulls are the same in it.
alter table app.ledger_days drop constraint ledger_days_key;
alter table app.ledger_days rename column stream to value_stream;
alter table app.ledger_days
  add column cost_category text,
  alter column value_stream drop not null,
  alter column grade drop not null,
  alter column basis drop not null;
alter table app.ledger_days
  alter column cost_category type text using case when side = 'COST' or value_stream = 'AGENCY_FEE' then value_stream end,
  alter column value_stream type text using case when side = 'VALUE' and value_stream <> 'AGENCY_FEE' then value_stream end,
  alter column grade type text using case when side = 'VALUE' then grade end,
  alter column basis type text using case when side = 'VALUE' then basis end;
alter table app.ledger_days
  add constraint ledger_days_kind check (
    case when side = 'COST' then cost_category is not null and value_stream is null and grade is null and basis is null
    else (value_stream is null) <> (cost_category is null) and grade is not null and basis is not null end),
  add constraint ledger_days_key unique nulls not distinct
    (tenant_id, client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id);
