-- Fills the clients that the temporary table measured_clients (slug, journeys) names, an agency each: so many journeys of four touches by ten channels and by nothing, a tenth of
-- which converts, in the days of 2025, and the costs of the channels. Of 50 touches one has no legal basis, of 400 conversions one has no journey, and of 200 a buyer named a channel.
-- Touches lie in the order of their moments, as they come in. Keys of other tables are not looked up row by row: all come from here.
set local session_replication_role = replica;
set local work_mem = '256MB';

insert into app.agencies (id, slug, name, currency_code, time_zone, created_at)
select gen_random_uuid(), slug, initcap(slug), 'EUR', 'Europe/Berlin', now() from measured_clients;

create temporary table filled on commit drop as
select a.id as tenant_id, gen_random_uuid() as client_id, m.slug, m.journeys, (select array_agg(gen_random_uuid()) from generate_series(1, 10)) as channels
from measured_clients m join app.agencies a using (slug);

insert into app.clients (tenant_id, id, kind, name, industry, business_model, size, currency, time_zone, data_origin, created_at, updated_at)
select tenant_id, client_id, 'CLIENT', slug, 'RETAIL', 'B2C', 'MEDIUM', 'EUR', 'Europe/Berlin', 'GENERATED', now(), now() from filled;

insert into app.client_profiles (tenant_id, client_id, id, effective_from, revision, industry, business_model, size, created_at)
select tenant_id, id, gen_random_uuid(), date '1900-01-01', 1, industry, business_model, size, created_at from app.clients;

insert into app.channels (tenant_id, client_id, id, network_code, name, handle, ownership, role, lifecycle, run_by_agency, created_at, updated_at)
select tenant_id, client_id, channels[channel], (array['FACEBOOK', 'INSTAGRAM', 'LINKEDIN', 'X', 'YOUTUBE'])[1 + channel % 5], 'Channel ' || channel,
  '@channel_' || channel, 'OWNED', 'REACH', 'ACTIVE', true, now(), now()
from filled cross join generate_series(1, 10) as channel;

-- Some channels bring more than others, and a tenth of the touches is direct.
insert into app.touches (tenant_id, client_id, id, journey_key, touched_at, place, kind, channel_id, creates_lead, creates_opportunity, legal_basis, external_reference, created_at,
  updated_at)
select f.tenant_id, f.client_id, gen_random_uuid(), t.journey_key, t.touched_at, 0, 'CLICK',
  case when t.dice % 10 = 0 then null else f.channels[1 + least(t.dice / 16 % 10, t.dice / 256 % 10)::int] end,
  t.touch = 1, t.touch = 2, case when t.dice / 65536 % 50 = 0 then null else 'CONSENT' end, 'touch-' || t.journey || '-' || t.touch, t.touched_at + interval '1 hour',
  t.touched_at + interval '1 hour'
from filled f cross join lateral (
  select journey, touch, md5(f.slug || journey)::uuid as journey_key, hashint8extended(journey::bigint * 4 + touch, 1) & 2147483647 as dice,
    timestamptz '2025-01-02' + (hashint8extended(journey, 2) & 2147483647) % (345 * 86400) * interval '1 second' + touch * interval '71 hours' as touched_at
  from generate_series(1, f.journeys) as journey cross join generate_series(0, 3) as touch) t
order by t.touched_at;

insert into app.sales (tenant_id, client_id, id, type, occurred_on, amount, currency, quantity, channel_id, is_attributed, external_reference, created_at, updated_at,
  journey_key, converted_at, booked_amount, reported_channel_id)
select f.tenant_id, f.client_id, gen_random_uuid(), 'SALE', (s.sold_at at time zone 'Europe/Berlin')::date, s.amount, 'EUR', 1, f.channels[1 + s.journey / 10 % 10], true,
  'sale-' || s.journey, s.sold_at, s.sold_at, case when s.has_journey then md5(f.slug || s.journey)::uuid end, case when s.has_journey then s.sold_at end, s.amount,
  case when s.journey % 2000 = 0 then f.channels[1 + s.journey / 2000 % 10] end
from filled f cross join lateral (
  select journey, journey % 4000 <> 10 as has_journey, 20 + journey % 977 * 0.25 as amount,
    timestamptz '2025-01-02' + (hashint8extended(journey, 2) & 2147483647) % (345 * 86400) * interval '1 second' + 10 * interval '1 day' as sold_at
  from generate_series(10, f.journeys, 10) as journey) s
order by s.sold_at;

insert into app.ledger_heads (tenant_id, client_id, version) select tenant_id, client_id, 1 from filled;

-- One cost a week and channel.
insert into app.ledger_entries (tenant_id, client_id, version, line_no, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis,
  channel_id, campaign_id, goal_id, unit, share, quantity, source_kind, source_id, source_revision, method, method_version, inputs,
  original_amount, original_currency, client_rate, agency_rate, client_amount, adjusted_amount, low_amount, high_amount,
  agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount, recorded_by)
select f.tenant_id, f.client_id, 1, week * 10 + channel, date '2025-01-01' + week * 7, 0, 'CLIENT', 'COST', 'COST', null, 'AD_SPEND', null, null,
  f.channels[channel], '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000',
  'measured:' || week || '-' || channel, 1, 1, 'COST', gen_random_uuid(), 1, 'MEASURED', 1, '{}',
  amount, 'EUR', 1, 1, amount, amount, amount, amount, amount, amount, amount, amount, 'benchmark'
from filled f cross join generate_series(0, 51) as week cross join generate_series(1, 10) as channel
cross join lateral (select 100 + (week * 17 + channel * 31) % 211 as amount) as posted;
