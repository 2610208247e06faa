-- What an entry is of has a column of its own: the stream of value, or the category of cost, which the agency's fee has too. A cost has no grade and no basis;
-- all said A and STATED, which meant nothing and is what closings, whose documents stay as they are, still say of them. No fact and no amount changes. Where
-- anything else was said, nothing is migrated: the documents could not be made again from these rows.
alter table app.ledger_entries
  add constraint ledger_entries_none check (
    case when side = 'COST' then grade = 'A' and basis = 'STATED'
    when stream = 'AGENCY_FEE' then line = 'DIRECT' and grade = 'A' and basis = 'REVENUE' end is not false);
alter table app.ledger_entries drop constraint ledger_entries_none;

alter table app.ledger_entries drop constraint ledger_entries_stream;
alter table app.ledger_entries rename column stream to value_stream;
alter table app.ledger_entries
  add column cost_category text,
  alter column value_stream drop not null,
  alter column grade drop not null,
  alter column basis drop not null;
alter table app.ledger_entries
  alter column cost_category type text using case when side = 'COST' or value_stream = 'AGENCY_FEE' then value_stream end,
  alter column value_stream type text using case when side = 'VALUE' and value_stream <> 'AGENCY_FEE' then value_stream end,
  alter column grade type text using case when side = 'VALUE' then grade end,
  alter column basis type text using case when side = 'VALUE' then basis end;
alter table app.ledger_entries
  add constraint ledger_entries_kind check (
    case when side = 'COST' then cost_category is not null and value_stream is null and grade is null and basis is null
    else (value_stream is null) <> (cost_category is null) and grade is not null and basis is not null end),
  add constraint ledger_entries_codes check (value_stream <> '' and cost_category <> '');
