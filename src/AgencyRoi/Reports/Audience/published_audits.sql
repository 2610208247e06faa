-- The latest audit of each channel in each month that is published now.
select distinct on (a.client_id, a.channel_id, p.month)
  a.client_id, a.channel_id, a.id, a.occurred_on, a.gross_followers, a.sample, a.inauthentic, a.tool
from (
  select distinct on (client_id, month) client_id, month, edition
  from app.period_publications
  where tenant_id = $1 and client_id = any($2)
  order by client_id, month, number desc
) p
  join app.audience_audits a
    on a.tenant_id = $1 and a.client_id = p.client_id and a.occurred_on >= p.month and a.occurred_on < p.month + interval '1 month'
where p.edition is not null and a.retracted_at is null
order by a.client_id, a.channel_id, p.month, a.occurred_on desc, a.id desc
