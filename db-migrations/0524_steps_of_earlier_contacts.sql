-- The steps of the contacts that are there, and their sums, as they are kept from now on.
with said as (
  select
    c.tenant_id, c.client_id, c.kept_id as contact_id, f.id as fact_id, f.stage, f.occurred_on, f.channel_id, f.campaign_id,
    array_position(array['REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR'], f.stage) as place
  from app.contact_stages f
    join app.contacts c on c.tenant_id = f.tenant_id and c.client_id = f.client_id and c.id = f.contact_id
  where f.retracted_at is null
), reached as (
  select s.*, max(s.place) over (partition by s.tenant_id, s.client_id, s.contact_id) as furthest from said s
)
insert into app.contact_steps (tenant_id, client_id, contact_id, stage, reached_on, stated_stage, channel_id, campaign_id)
select distinct on (r.tenant_id, r.client_id, r.contact_id, s.stage)
  r.tenant_id, r.client_id, r.contact_id, s.stage, r.occurred_on, r.stage,
  coalesce(r.channel_id, '00000000-0000-0000-0000-000000000000'), coalesce(r.campaign_id, '00000000-0000-0000-0000-000000000000')
from reached r
  cross join lateral unnest(
    case when r.place is null then array[r.stage] else (array['REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR'])[:r.place] end) as s (stage)
where r.stage <> 'UNKNOWN' or r.furthest is null
order by r.tenant_id, r.client_id, r.contact_id, s.stage, r.occurred_on, r.place, r.fact_id;

insert into app.funnel_days (tenant_id, client_id, day, stage, channel_id, campaign_id, entered, went_on, days_between)
select s.tenant_id, s.client_id, s.reached_on, s.stage, s.channel_id, s.campaign_id, count(*), count(n.reached_on), coalesce(sum(n.reached_on - s.reached_on), 0)
from app.contact_steps s
  left join app.contact_steps n on n.tenant_id = s.tenant_id and n.client_id = s.client_id and n.contact_id = s.contact_id
    and n.stage = case s.stage
      when 'REACHED' then 'ACTIVE' when 'ACTIVE' then 'VISITOR' when 'VISITOR' then 'PROFILED' when 'PROFILED' then 'LEAD' when 'LEAD' then 'CUSTOMER'
      when 'CUSTOMER' then 'REGULAR' end
group by 1, 2, 3, 4, 5, 6;

insert into app.funnel_months (tenant_id, client_id, month, stage, channel_id, campaign_id, entered, went_on, days_between)
select
  d.tenant_id, d.client_id, date_trunc('month', d.day::timestamp)::date, d.stage, d.channel_id, d.campaign_id,
  sum(d.entered), sum(d.went_on), sum(d.days_between)
from app.funnel_days d
group by 1, 2, 3, 4, 5, 6;

insert into app.funnel_flows (tenant_id, client_id, day, channel_id, next_channel_id, contacts)
select s.tenant_id, s.client_id, s.reached_on, s.channel_id, n.channel_id, count(*)
from app.contact_steps s
  join app.contact_steps n on n.tenant_id = s.tenant_id and n.client_id = s.client_id and n.contact_id = s.contact_id
    and n.stage = case s.stated_stage
      when 'REACHED' then 'ACTIVE' when 'ACTIVE' then 'VISITOR' when 'VISITOR' then 'PROFILED' when 'PROFILED' then 'LEAD' when 'LEAD' then 'CUSTOMER'
      when 'CUSTOMER' then 'REGULAR' end
where s.stage = 'REACHED'
group by 1, 2, 3, 4, 5;
