-- The rollups of entries that were filled in without the product.
insert into app.ledger_months (tenant_id, client_id, month, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, method, method_version,
  entries, quantity, client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount)
select tenant_id, client_id, date_trunc('month', day::timestamp)::date, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, method, method_version,
  count(*), sum(quantity),
  sum(client_amount), sum(adjusted_amount), sum(low_amount), sum(high_amount),
  sum(agency_amount), sum(agency_adjusted_amount), sum(agency_low_amount), sum(agency_high_amount)
from app.ledger_entries
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13;

insert into app.ledger_days (tenant_id, client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id,
  method, method_version, entries, quantity, client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount)
select tenant_id, client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id,
  method, method_version, count(*), sum(quantity),
  sum(client_amount), sum(adjusted_amount), sum(low_amount), sum(high_amount),
  sum(agency_amount), sum(agency_adjusted_amount), sum(agency_low_amount), sum(agency_high_amount)
from app.ledger_entries
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16;

insert into app.ledger_year_to_date (tenant_id, client_id, viewpoint, month, kind, entries, quantity,
  client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount)
select m.tenant_id, m.client_id, m.viewpoint, to_date.month, concat_ws(':', m.line, coalesce(m.value_stream, m.cost_category), m.grade, m.basis),
  sum(m.entries), sum(m.quantity), sum(m.client_amount), sum(m.adjusted_amount), sum(m.low_amount), sum(m.high_amount),
  sum(m.agency_amount), sum(m.agency_adjusted_amount), sum(m.agency_low_amount), sum(m.agency_high_amount)
from app.ledger_months m cross join lateral (
  select month::date
  from generate_series(m.month::timestamp, date_trunc('year', m.month::timestamp) + interval '11 months', interval '1 month') as month) to_date
group by 1, 2, 3, 4, 5;

insert into app.ledger_terms (
  tenant_id, client_id, day, source_kind, viewpoint, kind, channel_id, campaign_id, goal_id, method, method_version, currency, client_rate, agency_rate,
  unit_price, factor, standing)
select tenant_id, client_id, day, source_kind, viewpoint, concat_ws(':', line, coalesce(value_stream, cost_category), grade, basis), channel_id, campaign_id,
  goal_id, method, method_version, original_currency, client_rate, agency_rate,
  coalesce(inputs ->> 'unitValue', inputs ->> 'pricePerClick')::numeric, (inputs ->> 'factor')::numeric,
  sum(case when reverses_version is null then 1 else -1 end)
from app.ledger_entries
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16;
