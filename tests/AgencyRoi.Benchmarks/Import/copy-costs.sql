-- The same costs by the shortest way there is: rows of the file, in tables with the columns, checks and keys of the product's.
insert into pair.costs (
  tenant_id, client_id, id, category, occurred_on, amount, currency, paid_by, channel_id, description, is_assumed, is_credit, external_reference, created_at,
  updated_at)
select c.tenant_id, c.id, gen_random_uuid(), s.category, s.date, s.amount, s.currency, 'CLIENT', ch.id, s.description, false, false, s.external_reference,
  now(), now()
from sent s
  join app.clients c on c.external_reference = s.client
  join app.channels ch on ch.tenant_id = c.tenant_id and ch.client_id = c.id and ch.external_reference = s.channel;

insert into pair.ledger_entries (
  tenant_id, client_id, version, line_no, day, edition, viewpoint, side, line, cost_category, channel_id, campaign_id, goal_id, unit, share, quantity,
  source_kind, source_id, source_revision, method, method_version, inputs, original_amount, original_currency, client_rate, agency_rate, client_amount,
  adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount, recorded_by, cause)
select tenant_id, client_id, 1, row_number() over (partition by client_id), occurred_on, 0, 'CLIENT', 'COST', 'COST', category, channel_id, '00000000-0000-0000-0000-000000000000'::uuid,
  '00000000-0000-0000-0000-000000000000'::uuid, 'cost:' || external_reference, 1, 0, 'COST', id, 1, 'cost-entry', 2, jsonb_build_object('amount', amount::text), amount, currency, 1, 1,
  amount, amount, amount, amount, amount, amount, amount, amount, 'pair', 'NEW_FACT'
from pair.costs;
