-- When a report was shown to the client's people; null: it is not.
alter table app.attribution_runs
  add column published_at timestamptz,
  add constraint attribution_runs_published check (published_at is null or state = 'DONE');
