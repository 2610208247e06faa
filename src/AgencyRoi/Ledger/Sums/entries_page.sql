-- One row per entry behind a figure, by client and day, from the one after ($20, $21, $22, $23).
select
  e.client_id, e.version, e.line_no, e.day, e.edition, e.viewpoint, e.line, e.value_stream, e.cost_category, e.grade, e.basis, e.channel_id,
  e.campaign_id, e.goal_id, e.unit, e.share, e.quantity, e.source_kind, e.source_id, e.source_revision, e.method, e.method_version,
  e.inputs, e.original_amount, e.original_currency, e.client_rate, e.agency_rate, e.client_amount, e.adjusted_amount, e.low_amount,
  e.high_amount, e.agency_amount, e.agency_adjusted_amount, e.agency_low_amount, e.agency_high_amount, e.reverses_version, e.reverses_line,
  e.recorded_at, e.recorded_by, e.cause
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = any($2) and e.viewpoint = $3 and e.day >= $4 and e.day < $5
  and ($6::text is null or e.side = $6)
  and ($7::text[] is null or e.line = any($7))
  and ($8::text[] is null or coalesce(e.value_stream, e.cost_category) = any($8))
  and ($9::text[] is null or e.basis = any($9))
  and ($10::uuid[] is null or e.channel_id = any($10))
  and ($11::uuid[] is null or e.campaign_id = any($11))
  and ($12::uuid[] is null or e.goal_id = any($12))
  and ($13::text[] is null or e.side = 'COST' or e.grade = any($13))
  and ($14::int is null or e.edition > $14)
  and ($15::text is null or e.cause = $15)
  and ($16::uuid[] is null or exists (
    select from unnest($16, $17::date[], $18::date[]) as span(client_id, from_day, to_day)
    where span.client_id = e.client_id and e.day >= span.from_day and e.day < span.to_day))
  and ($19::text[] is null or e.side = 'COST' or coalesce((
    select o.action_class from app.outcomes o where o.tenant_id = $1 and o.client_id = e.client_id and o.id = e.source_id), '') = any($19))
  and ($20::uuid is null or (e.client_id, e.day, e.version, e.line_no) > ($20, $21, $22, $23))
order by e.client_id, e.day, e.version, e.line_no
limit $24
