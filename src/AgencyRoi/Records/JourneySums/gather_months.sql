-- Journeys without conversion that became too old before $4 stand by month from now on: their days since $3 become the first of their months.
with days as (
  delete from app.journey_moves
  where tenant_id = $1 and client_id = $2 and of_nulls and counted_on >= $3 and counted_on < $4 and extract(day from counted_on) <> 1
  returning *)
insert into app.journey_moves as m (tenant_id, client_id, chain_order, counted_on, of_nulls, state, next, moves)
select $1, $2, d.chain_order, date_trunc('month', d.counted_on)::date, true, d.state, d.next, sum(d.moves)
from days d
group by d.chain_order, date_trunc('month', d.counted_on), d.state, d.next
on conflict on constraint journey_moves_key do update set moves = m.moves + excluded.moves
