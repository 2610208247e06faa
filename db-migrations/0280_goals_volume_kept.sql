-- A volume metric that the agency keeps as a goal's indicator against the rule: why, who decided it and when. Such a goal's outcomes are never value.
alter table app.goals
  add column volume_kept_reason text constraint goals_volume_kept_reason check (volume_kept_reason <> '' and length(volume_kept_reason) <= 2000),
  add column volume_kept_by text,
  add column volume_kept_at timestamptz,
  add constraint goals_volume_kept_is_whole check (
    (volume_kept_reason is null) = (volume_kept_by is null) and (volume_kept_reason is null) = (volume_kept_at is null)
    and (volume_kept_reason is null or indicator is not null));
