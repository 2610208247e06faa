-- An agency of eight clients with three channels each, all in one currency.
insert into app.agencies (id, slug, name, currency_code, time_zone, created_at) values (gen_random_uuid(), 'imported', 'Imported', 'EUR', 'UTC', now());

insert into app.clients (
  tenant_id, id, kind, name, industry, business_model, size, currency, time_zone, external_reference, data_origin, created_at, updated_at)
select a.id, gen_random_uuid(), 'CLIENT', 'Client ' || client, 'RETAIL', 'B2C', 'MEDIUM', 'EUR', 'UTC', 'client-' || client, 'GENERATED', now(), now()
from app.agencies a cross join generate_series(0, 7) as client;

insert into app.ledger_heads (tenant_id, client_id) select tenant_id, id from app.clients;

insert into app.channels (
  tenant_id, client_id, id, network_code, name, handle, ownership, role, lifecycle, run_by_agency, external_reference, created_at, updated_at)
select c.tenant_id, c.id, gen_random_uuid(), (array['FACEBOOK', 'INSTAGRAM', 'LINKEDIN'])[1 + channel], 'Channel ' || channel, '@' || channel, 'OWNED',
  'REACH', 'ACTIVE', true, 'channel-' || channel, now(), now()
from app.clients c cross join generate_series(0, 2) as channel;
