-- Observations are corrected and retracted like facts. Retracted rows stay, and enter no figure.
alter table app.mentions
  add column revision int not null default 1 constraint mentions_revision check (revision >= 1),
  add column retracted_at timestamptz;

alter table app.ratings
  add column revision int not null default 1 constraint ratings_revision check (revision >= 1),
  add column retracted_at timestamptz;

alter table app.audience_audits
  add column revision int not null default 1 constraint audience_audits_revision check (revision >= 1),
  add column retracted_at timestamptz;
