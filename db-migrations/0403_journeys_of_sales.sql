-- Whose journey a conversion ends and when, as the touches before it are found by; what the attribution model made of it when it was posted; and what it is worth
-- to the client as a whole, in the client's currency, whether it is attributed or not.
alter table app.sales
  add column occurred_at timestamptz,
  add column journey_key uuid,
  add column converted_at timestamptz,
  add column journey jsonb,
  add column booked_amount numeric(20, 4),
  add constraint sales_journey check ((journey_key is null) = (converted_at is null));

create index sales_of_journey on app.sales (tenant_id, client_id, journey_key, converted_at) where journey_key is not null;

-- Every attributed sale claims its unit for the whole of its worth.
update app.sales s
set booked_amount = app.round_half_even(c.full_amount, 4)
from app.claims c
where c.tenant_id = s.tenant_id and c.client_id = s.client_id and c.source_id = s.id and c.source_kind = 'SALE' and c.part = 0;

-- Of the others it is known where nothing has to be exchanged; the rest are valued when they are stated again.
update app.sales s
set booked_amount = app.round_half_even(s.amount * coalesce(s.margin, 1), 4)
from app.clients c
where s.booked_amount is null and s.amount is not null and c.tenant_id = s.tenant_id and c.id = s.client_id and c.currency = s.currency;

-- The same of what was paid back: below zero.
alter table app.refunds add column booked_amount numeric(20, 4);

update app.refunds r
set booked_amount = e.amount
from (
  select e.tenant_id, e.client_id, e.source_id, sum(e.client_amount) as amount
  from app.ledger_entries e
  where e.source_kind = 'REFUND'
  group by 1, 2, 3) e
where e.tenant_id = r.tenant_id and e.client_id = r.client_id and e.source_id = r.id and e.amount <> 0;

update app.refunds r
set booked_amount = -app.round_half_even(r.amount * coalesce(s.margin, 1), 4)
from app.sales s
  join app.clients c on c.tenant_id = s.tenant_id and c.id = s.client_id and c.currency = s.currency
where r.booked_amount is null and s.tenant_id = r.tenant_id and s.client_id = r.client_id and s.id = r.sale_id;
