-- One row per entry behind a figure, by client and day, from the one after ($16, $17, $18, $19).
select e.*
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = any($2) and e.viewpoint = $3 and e.day >= $4 and e.day < $5
  and ($6::text is null or e.side = $6)
  and ($7::text[] is null or e.line = any($7))
  and ($8::text[] is null or e.stream = any($8))
  and ($9::text[] is null or e.basis = any($9))
  and ($10::uuid[] is null or e.channel_id = any($10))
  and ($11::uuid[] is null or e.campaign_id = any($11))
  and ($12::uuid[] is null or e.goal_id = any($12))
  and ($13::text[] is null or e.side = 'COST' or e.grade = any($13))
  and ($14::int is null or e.edition > $14)
  and ($15::text is null or e.cause = $15)
  and ($16::uuid is null or (e.client_id, e.day, e.version, e.line_no) > ($16, $17, $18, $19))
order by e.client_id, e.day, e.version, e.line_no
limit $20
