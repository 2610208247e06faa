-- As facts_by_terms.sql, for the days $4 of the kinds of facts $3 that go together.
select
  e.source_kind, e.day, e.original_currency, e.client_rate, e.agency_rate, coalesce(e.value_stream, e.cost_category) as code, case when e.cost_category is null then e.grade end as value_grade,
  case when e.inputs ->> 'factor' is not null then e.basis end as factor_basis, e.channel_id, e.campaign_id, e.goal_id, e.method, e.method_version,
  coalesce(e.inputs ->> 'unitValue', e.inputs ->> 'pricePerClick') as unit_price, e.inputs ->> 'factor' as factor,
  array_agg(e.source_id), e.client_id
from app.ledger_entries e
where e.tenant_id = $1 and e.client_id = any($2) and e.day = any($4) and (e.source_kind, e.day) in (select * from unnest($3::text[], $4::date[])) and e.reverses_version is null
  and not exists (
    select from app.ledger_entries r
    where r.tenant_id = $1 and r.client_id = e.client_id and r.reverses_version = e.version and r.reverses_line = e.line_no)
  and not exists (
    select from app.claims c where c.tenant_id = $1 and c.client_id = e.client_id and c.posted_version is null and c.source_id = e.source_id)
group by
  e.day, e.client_id, e.source_kind, e.original_currency, e.client_rate, e.agency_rate, code, value_grade, factor_basis, e.channel_id, e.campaign_id, e.goal_id,
  e.method, e.method_version, unit_price, factor, e.viewpoint, e.side, e.line, e.basis
