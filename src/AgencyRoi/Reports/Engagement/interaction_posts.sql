-- One row per client, channel and post of the interactions of the days in [$3, $4), the 1,000 posts of each client with the most acts: the topic, views, acts, those that
-- amplify ($5), those whose onward step was measured, and those of them that had one. A post that was given several topics has the first of them by its letters.
select p.client_id, p.channel_id, p.post, p.topic, trim_scale(p.views), trim_scale(p.acts), trim_scale(p.amplifying), trim_scale(p.measured), trim_scale(p.onward)
from unnest($2::uuid[]) as c (client_id)
cross join lateral (
  select i.client_id, i.channel_id, i.post, min(i.topic) as topic,
    coalesce(sum(i.quantity) filter (where i.kind = 'VIEW'), 0) as views,
    coalesce(sum(i.quantity) filter (where i.kind <> 'VIEW'), 0) as acts,
    coalesce(sum(i.quantity) filter (where i.kind = any($5)), 0) as amplifying,
    sum(i.quantity) filter (where i.kind <> 'VIEW' and i.with_onward_step is not null) as measured,
    sum(i.with_onward_step) filter (where i.kind <> 'VIEW') as onward
  from app.interaction_counts i
  where i.tenant_id = $1 and i.client_id = c.client_id and i.occurred_on >= $3 and i.occurred_on < $4 and i.retracted_at is null and i.post is not null
  group by i.client_id, i.channel_id, i.post
  order by acts desc, i.post, i.channel_id
  limit 1000) p
