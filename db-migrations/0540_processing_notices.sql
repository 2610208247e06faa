-- One row per version of the notice by which a client tells people how it processes their data, in a language and from a day on. A later row for the same language and
-- day takes its place.
create table app.processing_notices (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  language text not null constraint processing_notices_language check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  effective_from date not null,
  revision int not null constraint processing_notices_revision check (revision >= 1),
  url text constraint processing_notices_url check (url <> ''),
  text text constraint processing_notices_text check (text <> ''),
  purposes text[] not null constraint processing_notices_purposes check (
    cardinality(purposes) >= 1 and purposes <@ array['SERVICE', 'MARKETING', 'PROFILING', 'ANALYTICS', 'SHARING']),
  created_at timestamptz not null,
  constraint processing_notices_key primary key (tenant_id, id),
  constraint processing_notices_of_client unique (tenant_id, client_id, id),
  constraint processing_notices_once unique (tenant_id, client_id, language, effective_from, revision),
  constraint processing_notices_says_something check (url is not null or text is not null),
  constraint processing_notices_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

alter table app.processing_notices enable row level security;
alter table app.processing_notices force row level security;
create policy tenant on app.processing_notices
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.processing_notices to agency_roi_app;
