-- One row per client, network and span between the days of $3, which rise: how many accounts on the network belong to contacts that are known since a day in it. Span 0 lies
-- before the first day; accounts of contacts that are known since the last day or later are left out.
select k.client_id, k.network_code, width_bucket(c.known_since, $3::date[]) as span, count(*)
from app.contact_keys k
  join app.contacts c on c.tenant_id = $1 and c.client_id = k.client_id and c.id = k.contact_id
where k.tenant_id = $1 and k.client_id = any($2) and k.network_code is not null and c.known_since < $4
group by k.client_id, k.network_code, span
