-- One row per day, kind of fact, kind of entry, place and terms by which another number of entries stands than the ledger says.
-- Nulls are compared as empty texts: only equal values join by a hash.
with ledger as (
  select
    e.client_id, e.day, e.source_kind, e.viewpoint, concat_ws(':', e.line, coalesce(e.value_stream, e.cost_category), e.grade, e.basis) as kind,
    e.channel_id, e.campaign_id, e.goal_id, e.method, e.method_version, e.original_currency as currency, e.client_rate, e.agency_rate,
    coalesce(trim_scale(coalesce(e.inputs ->> 'unitValue', e.inputs ->> 'pricePerClick')::numeric)::text, '') as unit_price,
    coalesce(trim_scale((e.inputs ->> 'factor')::numeric)::text, '') as factor,
    sum(case when e.reverses_version is null then 1 else -1 end) as standing
  from app.ledger_entries e
  where e.tenant_id = $1
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
rollup as (
  select
    r.client_id, r.day, r.source_kind, r.viewpoint, r.kind, r.channel_id, r.campaign_id, r.goal_id, r.method, r.method_version, r.currency, r.client_rate,
    r.agency_rate, coalesce(trim_scale(r.unit_price)::text, '') as unit_price, coalesce(trim_scale(r.factor)::text, '') as factor, r.standing
  from app.ledger_terms r
  where r.tenant_id = $1)
select
  client_id, date_trunc('month', day::timestamp)::date,
  concat_ws(' ', day, source_kind, viewpoint, kind, channel_id, campaign_id, goal_id, method, method_version, currency, client_rate, agency_rate,
    nullif(unit_price, ''), nullif(factor, '')),
  concat_ws(' ', l.standing, 'standing'), concat_ws(' ', r.standing, 'standing')
from ledger l
  full join rollup r using (
    client_id, day, source_kind, viewpoint, kind, channel_id, campaign_id, goal_id, method, method_version, currency, client_rate, agency_rate, unit_price, factor)
where l.standing is distinct from r.standing
order by 1, 2, 3
