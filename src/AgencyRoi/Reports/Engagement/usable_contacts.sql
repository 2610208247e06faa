-- One row per client: how many contacts that are kept have a legal basis for any purpose that holds on the day $3.
select b.client_id, count(distinct c.kept_id)
from app.contact_legal_bases b
  join app.contacts c on c.tenant_id = $1 and c.client_id = b.client_id and c.id = b.contact_id
where b.tenant_id = $1 and b.client_id = any($2) and b.retracted_at is null and b.effective_from <= $3 and (b.ended_from is null or b.ended_from > $3)
group by b.client_id
