-- The number of the supplier's invoice, by which a bookkeeper finds the bill that a cost was entered from.
alter table app.costs add column invoice_number text;
