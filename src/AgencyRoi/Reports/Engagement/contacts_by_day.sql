-- One row per client and span between the days of $3, which rise: how many contacts that are kept are known since a day in it. Span 0 lies before the first day; those that
-- are known since the last day or later are left out.
select c.client_id, width_bucket(c.known_since, $3::date[]) as span, count(*)
from app.contacts c
where c.tenant_id = $1 and c.client_id = any($2) and c.merged_into_id is null and c.known_since < $4
group by c.client_id, span
