-- One number per asked goal and period, in the order asked: the value booked under the goal in the client's currency, whatever the strength of its evidence. Null
-- when that is not the currency asked for any more.
select
  case when exists (select from app.clients c where c.tenant_id = $1 and c.id = w.client_id and c.currency = w.currency) then
    coalesce((select sum(d.client_amount) from app.ledger_days d
      where d.tenant_id = $1 and d.client_id = w.client_id and d.goal_id = w.goal_id and d.viewpoint = 'CLIENT' and d.side = 'VALUE'
        and d.day >= w.from_day and d.day < w.to_day), 0) end
from unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[], $6::text[]) with ordinality as w (client_id, goal_id, from_day, to_day, currency, place)
order by w.place
