-- All conversions of the days [$3, $4) of the client $2 of the agency $1, what they are worth, and what those come to that no journey has, by the channel that they name.
select sum(s.quantity), sum(s.booked_amount), null::text as named from app.sales s
where s.tenant_id = $1 and s.client_id = $2 and s.occurred_on >= $3 and s.occurred_on < $4 and s.retracted_at is null
union all
select sum(s.quantity), sum(s.booked_amount), s.channel_id::text from app.sales s
where s.tenant_id = $1 and s.client_id = $2 and s.occurred_on >= $3 and s.occurred_on < $4 and s.retracted_at is null and s.journey_key is null
group by s.channel_id
