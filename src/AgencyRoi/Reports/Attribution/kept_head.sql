-- How the client's journeys are summed, if they are by the terms $3 and nothing waits to be summed: from which day on journeys without conversion stand by day, and the last day before $4
-- that is in a sum of a month.
select h.gathered_before,
  (select max(t.latest_on) from app.journey_totals t where t.tenant_id = $1 and t.client_id = $2 and t.counted_on < $4 and not t.of_nulls)
from app.journey_heads h
where h.tenant_id = $1 and h.client_id = $2 and h.terms = $3
  and not exists (select from app.journey_changes c where c.tenant_id = $1 and c.client_id = $2)
