-- One row per unit, by the first name of the claim, on which some claim of the period got less than it claimed.
select distinct c.client_id, c.unit
from app.claims c
where c.tenant_id = $1 and c.client_id = any($2) and c.granted < c.claimed and c.occurred_on >= $3 and c.occurred_on < $4
