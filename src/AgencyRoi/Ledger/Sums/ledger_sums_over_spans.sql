-- One row per client, kind of entry and span: the days [$5, $6) of the client in $4, named by their first day.
select
  d.client_id, d.line, d.value_stream, d.cost_category, d.grade, d.basis, null::uuid, span.from_day,
  sum(d.entries)::bigint, sum(d.quantity),
  sum(d.client_amount), sum(d.adjusted_amount), sum(d.low_amount), sum(d.high_amount),
  sum(d.agency_amount), sum(d.agency_adjusted_amount), sum(d.agency_low_amount), sum(d.agency_high_amount)
from unnest($4::uuid[], $5::date[], $6::date[]) as span(client_id, from_day, to_day)
join app.ledger_days d on d.client_id = span.client_id and d.day >= span.from_day and d.day < span.to_day
where d.tenant_id = $1 and d.client_id = any($2) and d.viewpoint = $3
group by d.client_id, d.line, d.value_stream, d.cost_category, d.grade, d.basis, span.from_day
