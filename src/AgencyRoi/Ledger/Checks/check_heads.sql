-- One row per client whose head is behind what was posted or closed.
select h.client_id, null::date, 'head', concat('at least ', greatest(e.version, p.version)), h.version::text
from app.ledger_heads h
  left join (select client_id, max(version) as version from app.ledger_entries where tenant_id = $1 group by 1) e on e.client_id = h.client_id
  left join (select client_id, max(ledger_version) as version from app.period_closes where tenant_id = $1 group by 1) p
    on p.client_id = h.client_id
where h.tenant_id = $1 and greatest(e.version, p.version) > h.version
order by 1
