-- The agency that is measured has 200 clients of 5 channels, among 20 agencies with 20 clients of 3.
insert into app.agencies (id, slug, name, currency_code, time_zone, created_at)
select gen_random_uuid(), 'agency-' || agency, 'Agency ' || agency, 'EUR', 'UTC', now() from generate_series(1, 21) as agency;

insert into app.clients (tenant_id, id, kind, name, industry, business_model, size, currency, time_zone, data_origin, created_at, updated_at)
select a.id, gen_random_uuid(), 'CLIENT', 'Client ' || a.slug || '-' || client,
  (array['RETAIL', 'HOSPITALITY', 'TECHNOLOGY', 'HEALTH', 'FINANCE', 'FOOD_AND_DRINK'])[1 + client % 6], 'B2C', 'MEDIUM', 'EUR', 'UTC', 'GENERATED', now(), now()
from app.agencies a cross join lateral generate_series(1, case when a.slug = 'agency-1' then 200 else 20 end) as client;

insert into app.channels (tenant_id, client_id, id, network_code, name, handle, ownership, role, lifecycle, run_by_agency, created_at, updated_at)
select c.tenant_id, c.id, gen_random_uuid(), (array['FACEBOOK', 'INSTAGRAM', 'LINKEDIN', 'X', 'YOUTUBE'])[channel], 'Channel ' || channel,
  '@' || left(c.id::text, 8) || '_' || channel, 'OWNED', 'REACH', 'ACTIVE', true, now(), now()
from app.clients c join app.agencies a on a.id = c.tenant_id
cross join lateral generate_series(1, case when a.slug = 'agency-1' then 5 else 3 end) as channel;
