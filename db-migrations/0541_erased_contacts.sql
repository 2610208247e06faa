-- A contact that was erased stays as a row without keys, so that what it was counted in stays counted.
alter table app.contacts add column erased_at timestamptz;

grant delete on app.contact_keys to agency_roi_app;

-- What a person wrote beside a decision may name somebody.
grant update (note) on app.duplicate_verdicts to agency_roi_app;

-- A unit of value is named by references of other systems, and a refund's entry says which conversion it takes back. Where these named a person they are replaced, alike in all
-- that name the unit; amounts stay as they were written.
grant update (unit, inputs) on app.ledger_entries to agency_roi_app;
