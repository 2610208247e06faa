-- An observation: somebody rated a place or product of the client. Worth no money by itself.
create table app.ratings (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  channel_id uuid,
  occurred_on date not null,
  place text not null,
  stars numeric(6, 4) not null constraint ratings_stars check (stars >= 0 and stars <= 5),
  is_spam boolean not null,
  url text,
  external_reference text not null constraint ratings_external_reference check (external_reference <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint ratings_key primary key (tenant_id, id),
  constraint ratings_of_client unique (tenant_id, client_id, id),
  constraint ratings_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint ratings_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint ratings_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index ratings_by_day on app.ratings (tenant_id, client_id, occurred_on, id);

alter table app.ratings enable row level security;
alter table app.ratings force row level security;
create policy tenant on app.ratings
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.ratings to agency_roi_app;
