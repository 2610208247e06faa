-- One row per complaint of the period that counts: its hours as they were stated.
select f.client_id, f.occurred_on, (f.content ->> 'hoursToAnswer')::numeric, (f.content ->> 'targetHours')::numeric,
  (f.content ->> 'hoursToResolution')::numeric
from app.stream_facts f
where f.tenant_id = $1 and f.client_id = any ($2) and f.kind = 'CARE_CASE' and f.retracted_at is null
  and f.occurred_on >= $3 and f.occurred_on < $4
