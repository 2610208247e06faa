-- A forecast may be entered after the day on which it was made, when it says where it was written down. It is scored apart: what was known by
-- then may have decided whether it was entered.
alter table app.goal_forecasts
  add column external_reference text,
  add column source text constraint goal_forecasts_source check (source <> ''),
  add column entered_later boolean not null default false,
  add constraint goal_forecasts_entered_later check (not entered_later or source is not null);

update app.goal_forecasts set external_reference = 'api:' || id;

alter table app.goal_forecasts
  alter column external_reference set not null,
  alter column entered_later drop default,
  add constraint goal_forecasts_external_reference check (external_reference <> ''),
  add constraint goal_forecasts_external_reference_unique unique (tenant_id, client_id, external_reference);
