-- One row per client, channel and month in [$3, $4): of several rows of a channel and month the last one made, and of those of one moment,
-- as of one file, the one with the last reference.
select distinct on (a.client_id, a.month, a.channel_id)
  a.client_id, a.channel_id, a.month, trim_scale(a.active_people), trim_scale(a.repeatedly_active_people), trim_scale(a.reached_people),
  trim_scale(a.people_reached_by_amplification), trim_scale(a.reached_non_followers)
from app.audience_activities a
where a.tenant_id = $1 and a.client_id = any($2) and a.month >= $3 and a.month < $4 and a.retracted_at is null
order by a.client_id, a.month, a.channel_id, a.created_at desc, a.external_reference desc
