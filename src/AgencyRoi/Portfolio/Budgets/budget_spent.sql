-- One row per budget of the clients that may be seen ($4, or all): what the client paid on its days before the day that goes with it, in the client's
-- currency; for a campaign with all below it, which are told too.
with recursive asked as (
  select b.id, b.client_id, b.campaign_id, b.from_day, b.to_day, a.as_of from unnest($2::uuid[], $3::date[]) as a (id, as_of) join app.budgets b on b.tenant_id = $1 and b.id = a.id
  where $4::uuid[] is null or b.client_id = any($4)),
below as (
  select a.id as budget_id, a.client_id, a.campaign_id as id from asked a where a.campaign_id is not null
  union
  select u.budget_id, u.client_id, c.id from below u join app.campaigns c on c.tenant_id = $1 and c.client_id = u.client_id and c.parent_id = u.id)
select a.id, coalesce((
  select sum(d.client_amount) from app.ledger_days d
  where d.tenant_id = $1 and d.client_id = a.client_id and d.viewpoint = 'CLIENT' and d.side = 'COST'
    and d.day >= a.from_day and d.day < a.to_day and d.day < a.as_of
    and (a.campaign_id is null or d.campaign_id in (select u.id from below u where u.budget_id = a.id))), 0),
  array(select u.id from below u where u.budget_id = a.id)
from asked a
