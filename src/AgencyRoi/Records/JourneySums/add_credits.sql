insert into app.journey_credits as c (tenant_id, client_id, counted_on, credited_by, channel, conversions, value, agreeing)
select $1, $2, n.counted_on, n.credited_by, n.channel, n.conversions, n.value, n.agreeing
from unnest($3::date[], $4::text[], $5::text[], $6::numeric[], $7::numeric[], $8::numeric[]) as n (counted_on, credited_by, channel, conversions, value, agreeing)
on conflict on constraint journey_credits_key do update
set conversions = c.conversions + excluded.conversions, value = c.value + excluded.value, agreeing = c.agreeing + excluded.agreeing
