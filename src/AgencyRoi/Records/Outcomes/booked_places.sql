-- One row per outcome: the channel and campaign of the entry by which it stands.
select o.id, e.channel_id, e.campaign_id
from app.outcomes o
  join app.ledger_entries e on e.tenant_id = $1 and e.client_id = o.client_id and e.source_id = o.id
where o.tenant_id = $1 and o.id = any($2) and e.reverses_version is null
  and not exists (
    select from app.ledger_entries r
    where r.tenant_id = $1 and r.client_id = e.client_id and r.reverses_version = e.version and r.reverses_line = e.line_no)
