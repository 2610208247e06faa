-- One row per client and topic of the interactions of the days in [$3, $4), the 1,000 topics of each client with the most acts: how many posts were counted, views, acts,
-- those that amplify ($5), those whose onward step was measured, and those of them that had one. The row without a topic is of what was recorded without.
select t.client_id, t.topic, t.posts, trim_scale(t.views), trim_scale(t.acts), trim_scale(t.amplifying), trim_scale(t.measured), trim_scale(t.onward)
from unnest($2::uuid[]) as c (client_id)
cross join lateral (
  select i.client_id, i.topic, count(distinct i.post) as posts,
    coalesce(sum(i.quantity) filter (where i.kind = 'VIEW'), 0) as views,
    coalesce(sum(i.quantity) filter (where i.kind <> 'VIEW'), 0) as acts,
    coalesce(sum(i.quantity) filter (where i.kind = any($5)), 0) as amplifying,
    sum(i.quantity) filter (where i.kind <> 'VIEW' and i.with_onward_step is not null) as measured,
    sum(i.with_onward_step) filter (where i.kind <> 'VIEW') as onward
  from app.interaction_counts i
  where i.tenant_id = $1 and i.client_id = c.client_id and i.occurred_on >= $3 and i.occurred_on < $4 and i.retracted_at is null
  group by i.client_id, i.topic
  order by acts desc, i.topic
  limit 1000) t
