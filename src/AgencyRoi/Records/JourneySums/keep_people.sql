insert into app.kept_journeys as k (tenant_id, client_id, journey_key, journeys)
select $1, $2, n.journey_key, n.journeys::jsonb
from unnest($3::uuid[], $4::text[]) as n (journey_key, journeys)
on conflict on constraint kept_journeys_key do update set journeys = excluded.journeys
