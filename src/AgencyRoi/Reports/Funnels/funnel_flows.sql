-- One row per client, channel of first steps over [$3, $4) and next channel, null for the first steps themselves: how many contacts, and how many of them made their first
-- step on the client's day of $6 ($5: the clients) or before.
with settled as (
  select c.client_id, c.day from unnest($5::uuid[], $6::date[]) as c (client_id, day)
)
select f.client_id, f.channel_id, f.next_channel_id, sum(f.contacts)::bigint, coalesce(sum(f.contacts) filter (where f.day <= s.day), 0)::bigint
from (
  select d.client_id, d.day, d.channel_id, null::uuid as next_channel_id, d.entered as contacts
  from app.funnel_days d
  where d.tenant_id = $1 and d.client_id = any($2) and d.day >= $3 and d.day < $4 and d.stage = 'REACHED'
  union all
  select w.client_id, w.day, w.channel_id, w.next_channel_id, w.contacts
  from app.funnel_flows w
  where w.tenant_id = $1 and w.client_id = any($2) and w.day >= $3 and w.day < $4
) f
  join settled s on s.client_id = f.client_id
group by f.client_id, f.channel_id, f.next_channel_id
having sum(f.contacts) <> 0
