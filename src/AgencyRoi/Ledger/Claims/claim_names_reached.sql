-- One row per name among these ($3), or of these facts ($4), that a claim gives its unit beside others. Lists and single scans, and no joins: in the middle of
-- an import a planner knows nothing of the table, and a recursion that joined row by row over the wrong index took minutes.
select n.client_id, n.unit, n.source_id, n.name
from app.claim_names n
where n.tenant_id = $1 and n.client_id = any($2) and (n.name = any($3) or n.source_id = any($4))
