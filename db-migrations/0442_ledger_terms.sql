-- One row per client, day, kind of fact, kind of entry, place and terms: how many entries stand by them, those less their reversals. Whether terms still hold, and
-- which figures rest on them, is asked of these rows: they grow with the days and the terms, and not with the entries. Written with the entries, under the head's lock.
create table app.ledger_terms (
  tenant_id      uuid            not null,
  client_id      uuid            not null,
  day            date            not null,
  source_kind    text            not null,
  viewpoint      text            not null,
  -- Return class, stream or category and, of value, grade and basis, as in the years to date.
  kind           text            not null,
  channel_id     uuid            not null,
  campaign_id    uuid            not null,
  goal_id        uuid            not null,
  method         text            not null,
  method_version int             not null,
  currency       text            not null,
  client_rate    numeric(28, 16) not null,
  agency_rate    numeric(28, 16) not null,
  -- The value of a unit or the price of a click, and the share that the evidence let into the adjusted total; null where the method says none.
  unit_price     numeric,
  factor         numeric,
  standing       bigint          not null,
  -- Two nulls are the same in it, so that it is no primary key.
  constraint ledger_terms_key unique nulls not distinct (
    tenant_id, client_id, day, source_kind, viewpoint, kind, channel_id, campaign_id, goal_id, method, method_version, currency, client_rate, agency_rate,
    unit_price, factor),
  constraint ledger_terms_head foreign key (tenant_id, client_id) references app.ledger_heads (tenant_id, client_id)
) with (fillfactor = 70);

insert into app.ledger_terms
select
  tenant_id, client_id, day, source_kind, viewpoint, concat_ws(':', line, coalesce(value_stream, cost_category), grade, basis), channel_id, campaign_id, goal_id,
  method, method_version, original_currency, client_rate, agency_rate, coalesce(inputs ->> 'unitValue', inputs ->> 'pricePerClick')::numeric,
  (inputs ->> 'factor')::numeric, sum(case when reverses_version is null then 1 else -1 end)
from app.ledger_entries
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16;

alter table app.ledger_terms enable row level security;
alter table app.ledger_terms force row level security;
create policy tenant on app.ledger_terms
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
grant select, insert, update on app.ledger_terms to agency_roi_app;
