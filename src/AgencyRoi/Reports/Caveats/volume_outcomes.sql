-- One row per period, place and goal of outcomes that are of a volume metric which the agency keeps: nothing of them is in the ledger.
select distinct a.place, g.client_id, coalesce(o.channel_id, g.channel_id), coalesce(o.campaign_id, g.campaign_id), g.id, g.stream
from unnest($3::date[], $4::date[]) with ordinality as a (from_day, to_day, place)
  join app.goals g on g.tenant_id = $1 and g.client_id = any($2) and g.volume_kept_at is not null
  join app.outcomes o on o.tenant_id = $1 and o.client_id = g.client_id and o.goal_id = g.id and o.retracted_at is null
    and o.occurred_on >= a.from_day and o.occurred_on < a.to_day
