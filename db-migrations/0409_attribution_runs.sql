-- Attribution that reads more than a question has time for: asked for once, made in the background, and kept to be read.
create table app.attribution_runs (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  from_day date not null,
  to_day date not null,
  source text not null constraint attribution_runs_source check (source in ('TOUCHES', 'PATHS')),
  dimension text not null constraint attribution_runs_dimension check (dimension in ('CHANNEL', 'CAMPAIGN', 'POST', 'NETWORK', 'OWNERSHIP')),
  models jsonb not null,
  state text not null constraint attribution_runs_state check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  -- Touches and conversions, or paths, that were read so far, and all there are; null until they were counted.
  read_count bigint not null,
  total_count bigint,
  -- Whoever makes it renews this; a run whose maker is gone is taken up by another from then on.
  maker_until timestamptz,
  report jsonb,
  finished_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint attribution_runs_key primary key (tenant_id, id),
  constraint attribution_runs_of_client unique (tenant_id, client_id, id),
  constraint attribution_runs_days check (from_day < to_day),
  constraint attribution_runs_done check ((report is not null) = (state = 'DONE') and (finished_at is not null) = (state in ('DONE', 'FAILED'))),
  constraint attribution_runs_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

create index attribution_runs_by_time on app.attribution_runs (tenant_id, client_id, created_at, id);

alter table app.attribution_runs enable row level security;
alter table app.attribution_runs force row level security;
create policy tenant on app.attribution_runs
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update, delete on app.attribution_runs to agency_roi_app;
