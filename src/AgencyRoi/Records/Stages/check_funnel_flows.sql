-- One row per day, channel and next channel by which another number of contacts went on than the kept steps come to. $2: the steps in their order; $3: as above.
with steps as (
  select
    s.client_id, s.contact_id, array_position($2::text[], s.stage) as place, array_position($2::text[], s.stated_stage) as stated, s.reached_on, s.channel_id
  from app.contact_steps s
  where s.tenant_id = $1 and $3::uuid is not null
), present as (
  select s.client_id, s.reached_on as day, s.channel_id, n.channel_id as next_channel_id, count(*) as contacts
  from steps s
    join steps n on n.client_id = s.client_id and n.contact_id = s.contact_id and n.place = s.stated + 1
  where s.place = 1
  group by 1, 2, 3, 4
), kept as (
  select f.client_id, f.day, f.channel_id, f.next_channel_id, f.contacts from app.funnel_flows f where f.tenant_id = $1 and f.contacts <> 0
)
select
  client_id, date_trunc('month', day::timestamp)::date, concat_ws(' ', day, channel_id, 'to', next_channel_id),
  coalesce(p.contacts::text, ''), coalesce(k.contacts::text, '')
from present p
  full join kept k using (client_id, day, channel_id, next_channel_id)
where p.contacts is distinct from k.contacts
order by 1, 2, 3
