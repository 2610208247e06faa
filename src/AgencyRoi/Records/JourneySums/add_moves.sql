insert into app.journey_moves as m (tenant_id, client_id, chain_order, counted_on, of_nulls, state, next, moves)
select $1, $2, n.chain_order, n.counted_on, n.of_nulls, n.state, n.next, n.moves
from unnest($3::int[], $4::date[], $5::boolean[], $6::text[], $7::text[], $8::numeric[]) as n (chain_order, counted_on, of_nulls, state, next, moves)
on conflict on constraint journey_moves_key do update set moves = m.moves + excluded.moves
