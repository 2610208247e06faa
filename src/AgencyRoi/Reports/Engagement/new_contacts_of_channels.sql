-- One row per client, channel and month of the days in [$3, $4): how many contacts were not known before a stage that was said with this channel. Who reached several stages
-- on that first day counts at the channel of the one recorded first.
select n.client_id, n.channel_id, date_trunc('month', n.occurred_on)::date as month, count(*)
from (
  select distinct on (s.client_id, k.id) s.client_id, k.id, s.channel_id, s.occurred_on
  from app.contact_stages s
    join app.contacts c on c.tenant_id = $1 and c.client_id = s.client_id and c.id = s.contact_id
    join app.contacts k on k.tenant_id = $1 and k.client_id = s.client_id and k.id = c.kept_id and k.known_since = s.occurred_on
  where s.tenant_id = $1 and s.client_id = any($2) and s.occurred_on >= $3 and s.occurred_on < $4 and s.retracted_at is null
  order by s.client_id, k.id, s.created_at, s.id
) n
where n.channel_id is not null
group by n.client_id, n.channel_id, month
