-- Why an entry was written: what is listed between a month as reported and the same month restated.
alter table app.ledger_entries add column cause text not null default 'NEW_FACT'
  constraint ledger_entries_cause check (cause in
    ('NEW_FACT', 'CORRECTED_FACT', 'RETRACTED_FACT', 'CLAIM', 'EXCHANGE_RATE', 'VALUE', 'POLICY', 'TERMS'));
