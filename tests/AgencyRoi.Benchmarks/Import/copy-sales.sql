-- The same sales by the shortest way there is: rows of the file, in tables with the columns, checks and keys of the product's.
insert into pair.sales (
  tenant_id, client_id, id, type, occurred_on, amount, currency, quantity, channel_id, is_attributed, description, external_reference, created_at, updated_at)
select c.tenant_id, c.id, gen_random_uuid(), 'SALE', s.date, s.amount, s.currency, 1, ch.id, true, s.description, s.external_reference, now(), now()
from sent s
  join app.clients c on c.external_reference = s.client
  join app.channels ch on ch.tenant_id = c.tenant_id and ch.client_id = c.id and ch.external_reference = s.channel;

insert into pair.ledger_entries (
  tenant_id, client_id, version, line_no, day, edition, viewpoint, side, line, value_stream, grade, basis, channel_id, campaign_id, goal_id, unit, share,
  quantity, source_kind, source_id, source_revision, method, method_version, inputs, original_amount, original_currency, client_rate, agency_rate,
  client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount, recorded_by, cause)
select tenant_id, client_id, 1, row_number() over (partition by client_id), occurred_on, 0, 'CLIENT', 'VALUE', 'DIRECT', 'DIRECT_SALES', 'C', 'REVENUE',
  channel_id, '00000000-0000-0000-0000-000000000000'::uuid, '00000000-0000-0000-0000-000000000000'::uuid, 'order:' || external_reference, 1, 1, 'SALE', id, 1, 'attributed-sale', 3,
  jsonb_build_object('quantity', '1', 'amount', amount::text), amount, currency, 1, 1, amount, amount, amount, amount, amount, amount, amount, amount, 'pair',
  'NEW_FACT'
from pair.sales;

insert into pair.claims (
  tenant_id, client_id, unit, source_kind, source_id, source_revision, stream, grade, occurred_on, external_reference, full_amount, claimed, granted,
  posted_version, posted_line, unrounded)
select e.tenant_id, e.client_id, e.unit, e.source_kind, e.source_id, 1, 'DIRECT_SALES', 'C', e.day, substr(e.unit, 7), e.client_amount, 1, 1, e.version,
  e.line_no, jsonb_build_object('original', e.original_amount, 'client', jsonb_build_object('amount', e.client_amount, 'low', e.client_amount, 'high',
  e.client_amount, 'factor', 1), 'agency', jsonb_build_object('amount', e.client_amount, 'low', e.client_amount, 'high', e.client_amount, 'factor', 1))
from pair.ledger_entries e;
