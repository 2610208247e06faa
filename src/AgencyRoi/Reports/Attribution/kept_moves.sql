-- One row per move of journeys of the months [$3, $4), those without conversion before the day $5, in chains of the order $6.
select m.of_nulls, m.state, m.next, sum(m.moves)
from app.journey_moves m
where m.tenant_id = $1 and m.client_id = $2 and m.chain_order = $6 and m.counted_on >= $3 and m.counted_on < $4 and (not m.of_nulls or m.counted_on < $5)
group by m.of_nulls, m.state, m.next
having sum(m.moves) <> 0
order by m.state, m.next, m.of_nulls
