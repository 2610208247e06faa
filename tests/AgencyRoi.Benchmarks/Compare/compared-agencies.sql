-- Fills the agencies that the temporary table measured_agencies (slug, clients, copies, weeks) names: every client has the same kinds of entry every so many weeks of 13
-- months, `copies` times, and the amounts differ, so that all have a return of their own. Amounts are whole, so that an adjusted one has no more places than the currency.
-- Keys of other tables are not looked up row by row: all come from here.
set local session_replication_role = replica;
set local work_mem = '256MB';

insert into app.agencies (id, slug, name, currency_code, time_zone, created_at)
select gen_random_uuid(), slug, initcap(slug), 'EUR', 'UTC', now() from measured_agencies;

create temporary table measured_clients on commit drop as
select a.id as tenant_id, gen_random_uuid() as client_id, m.slug, number, m.copies, m.weeks, gen_random_uuid() as purpose_id, gen_random_uuid() as goal_id,
  array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()] as channels
from measured_agencies m join app.agencies a using (slug) cross join lateral generate_series(1, m.clients) as number;
analyze measured_clients;

insert into app.clients (tenant_id, id, kind, name, industry, business_model, size, currency, time_zone, data_origin, created_at, updated_at)
select tenant_id, client_id, 'CLIENT', 'Client ' || slug || '-' || number,
  (array['RETAIL', 'HOSPITALITY', 'TECHNOLOGY', 'HEALTH', 'FINANCE', 'FOOD_AND_DRINK'])[1 + number % 6], 'B2C', 'MEDIUM', 'EUR', 'UTC', 'GENERATED', now(), now()
from measured_clients;

insert into app.client_profiles (tenant_id, client_id, id, effective_from, revision, industry, business_model, size, created_at)
select tenant_id, id, gen_random_uuid(), date '1900-01-01', 1, industry, business_model, size, created_at from app.clients;

insert into app.channels (tenant_id, client_id, id, network_code, name, handle, ownership, role, lifecycle, run_by_agency, created_at, updated_at)
select tenant_id, client_id, channels[channel], (array['FACEBOOK', 'INSTAGRAM', 'LINKEDIN', 'X', 'YOUTUBE'])[channel], 'Channel ' || channel,
  '@' || left(client_id::text, 8) || '_' || channel, 'OWNED', 'REACH', 'ACTIVE', true, now(), now()
from measured_clients cross join generate_series(1, 5) as channel;

-- One client of 25 has no purpose, and is not ranked.
insert into app.purposes (tenant_id, client_id, id, type, discipline, what_for, problem, audience, created_at, updated_at)
select tenant_id, client_id, purpose_id, 'SOCIAL_SELLING', 'MARKETING', 'Orders', 'Few know the shop', 'Buyers', now(), now() from measured_clients where number % 25 > 0;

insert into app.goals (tenant_id, client_id, id, purpose_id, type, name, indicator, stream, evidence_grade, status, created_at, updated_at)
select tenant_id, client_id, goal_id, purpose_id, 'CONVERSION', 'Orders', 'Orders', 'DIRECT_SALES', 'A', 'ACTIVE', now(), now()
from measured_clients where number % 25 > 0;

insert into app.no_cost_declarations (tenant_id, client_id, id, month, category, created_at, updated_at)
select tenant_id, client_id, gen_random_uuid(), month::date, category, now(), now()
from measured_clients
cross join generate_series(date '2024-12-01', date '2025-12-01', interval '1 month') as month
cross join unnest(array['RESEARCH', 'TRAINING']) as category
where number % 2 = 0;

-- Hours without a rate: missing from the agency's cost, and never from the client's.
create temporary table measured_people on commit drop as select distinct tenant_id, null::uuid as id from measured_clients;
update measured_people set id = gen_random_uuid();

insert into app.people (tenant_id, id, name, role_class, created_at, updated_at)
select tenant_id, id, 'Somebody', 'STAFF', now(), now() from measured_people;

insert into app.time_entries (tenant_id, client_id, id, person_id, role_class, occurred_on, hours, external_reference, created_at, updated_at)
select c.tenant_id, c.client_id, gen_random_uuid(), p.id, 'STAFF', day::date, 2, 'hours-' || day::date, now(), now()
from measured_clients c join measured_people p using (tenant_id)
cross join generate_series(date '2024-12-15', date '2025-12-15', interval '1 month') as day
where c.number % 4 = 0;

insert into app.ledger_heads (tenant_id, client_id, version) select tenant_id, client_id, 1 from measured_clients;

insert into app.ledger_entries (tenant_id, client_id, version, line_no, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis,
  channel_id, campaign_id, goal_id, unit, share, quantity, source_kind, source_id, source_revision, method, method_version, inputs,
  original_amount, original_currency, client_rate, agency_rate, client_amount, adjusted_amount, low_amount, high_amount,
  agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount, recorded_by)
select c.tenant_id, c.client_id, 1, (week * 10 + k.place) * c.copies + copy,
  day, 0, k.viewpoint, k.side, k.line, k.value_stream, k.cost_category, k.grade, k.basis,
  c.channels[1 + k.place % 5], '00000000-0000-0000-0000-000000000000',
  case when k.value_stream = 'DIRECT_SALES' and c.number % 25 > 0 then c.goal_id else '00000000-0000-0000-0000-000000000000' end,
  'measured:' || day || '-' || k.place || '-' || copy, 1, 1, k.source_kind, gen_random_uuid(), 1, 'MEASURED', 1, '{}',
  amount, 'EUR', 1, 1, amount, amount * k.factor, amount * k.low, amount * k.high, amount, amount * k.factor, amount * k.low, amount * k.high, 'benchmark'
from measured_clients c
cross join lateral generate_series(0, 56, c.weeks) as week
cross join (values
  (1, 'CLIENT', 'COST', 'COST', null, 'AD_SPEND', null, null, 'COST', 400, 1, 1, 1),
  (2, 'CLIENT', 'COST', 'COST', null, 'AGENCY_FEE', null, null, 'COST', 250, 1, 1, 1),
  (3, 'CLIENT', 'COST', 'COST', null, 'CONTENT', null, null, 'COST', 90, 1, 1, 1),
  (4, 'CLIENT', 'VALUE', 'DIRECT', 'DIRECT_SALES', null, 'A', 'MARGIN', 'SALE', 500, 1, 1, 1),
  (5, 'CLIENT', 'VALUE', 'ASSISTED', 'DIRECT_SALES', null, 'B', 'MARGIN', 'SALE', 120, 0.8, 0.5, 1.2),
  (6, 'CLIENT', 'VALUE', 'INDIRECT', 'WORD_OF_MOUTH', null, 'C', 'STATED', 'REFERRAL', 150, 0.5, 0.5, 1.5),
  (7, 'CLIENT', 'VALUE', 'INDIRECT', 'SERVICE_SAVINGS', null, 'D', 'STATED', 'DEFLECTION', 80, 0.3, 0.2, 1.5),
  (8, 'CLIENT', 'VALUE', 'COST_AVOIDED', 'TRAFFIC', null, 'C', 'REPLACEMENT_COST', 'KEYWORD_VISITS', 60, 0.5, 0.5, 1.5),
  (9, 'AGENCY', 'COST', 'COST', null, 'STAFF_TIME', null, null, 'TIME_ENTRY', 180, 1, 1, 1),
  (10, 'AGENCY', 'VALUE', 'DIRECT', null, 'AGENCY_FEE', 'A', 'REVENUE', 'COST', 250, 1, 1, 1)
) as k (place, viewpoint, side, line, value_stream, cost_category, grade, basis, source_kind, base, factor, low, high)
cross join lateral generate_series(1, c.copies) as copy
cross join lateral (select date '2024-12-02' + week * 7 + copy % 7 as day, k.base + (c.number * 31 * k.place + week * 17 + copy * 7) % 211 as amount) as posted
where day < date '2026-01-01';
