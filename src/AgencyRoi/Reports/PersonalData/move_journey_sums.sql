-- What is kept of journeys under other keys, and the notes that they changed.
with noted as (
  update app.journey_changes c
  set journey_key = k.becomes
  from unnest($3::uuid[], $4::uuid[]) as k (was, becomes)
  where c.tenant_id = $1 and c.client_id = $2 and c.journey_key = k.was
)
update app.kept_journeys j
set journey_key = k.becomes
from unnest($3::uuid[], $4::uuid[]) as k (was, becomes)
where j.tenant_id = $1 and j.client_id = $2 and j.journey_key = k.was
