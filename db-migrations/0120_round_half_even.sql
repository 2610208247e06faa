-- The rounding of the ledger, equal to that of the poster: half to even, once, from the unrounded value.
create function app.round_half_even(amount numeric, places int) returns numeric
  language sql immutable strict parallel safe
as $$
  select case
    when abs(amount - trunc(amount, places)) * power(10::numeric, places) = 0.5 and mod(trunc(amount, places) * power(10::numeric, places), 2) = 0
      then trunc(amount, places)
    else round(amount, places)
  end
$$;
grant execute on function app.round_half_even(numeric, int) to agency_roi_app;
