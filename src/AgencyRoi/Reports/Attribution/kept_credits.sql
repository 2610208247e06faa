-- One row per channel and what credits it, of the months [$3, $4).
select c.credited_by, c.channel, sum(c.conversions), sum(c.value), sum(c.agreeing)
from app.journey_credits c
where c.tenant_id = $1 and c.client_id = $2 and c.counted_on >= $3 and c.counted_on < $4
group by c.credited_by, c.channel
having sum(c.conversions) <> 0 or sum(c.value) <> 0 or sum(c.agreeing) <> 0
order by c.channel, c.credited_by
