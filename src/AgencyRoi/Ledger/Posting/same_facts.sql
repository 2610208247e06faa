-- One row per fact and other one that it was found to be the same as: the name that both give their unit.
select s.client_id, s.source_id, s.name
from app.same_facts s
where s.tenant_id = $1 and s.client_id = any($2) and s.source_id = any($3)
