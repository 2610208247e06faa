-- A claim keeps the unrounded amounts of its whole unit, from which every share is rounded once; full_amount is the client's. Null for what was
-- valued before: there full_amount is rounded, and its shares go by the rule of then.
alter table app.claims alter column full_amount type numeric;
alter table app.claims add column unrounded jsonb;
