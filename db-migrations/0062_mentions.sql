-- An observation: somebody spoke of the client. Worth no money by itself.
create table app.mentions (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  channel_id uuid,
  occurred_on date not null,
  locus text not null constraint mentions_locus check (locus in ('OWN_SITE', 'OWN_NETWORKS', 'ELSEWHERE')),
  sentiment text not null constraint mentions_sentiment check (sentiment in ('POSITIVE', 'NEUTRAL', 'NEGATIVE')),
  labelled_by text not null constraint mentions_labelled_by check (labelled_by in ('PERSON', 'TOOL')),
  is_spam boolean not null,
  url text,
  external_reference text not null constraint mentions_external_reference check (external_reference <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint mentions_key primary key (tenant_id, id),
  constraint mentions_of_client unique (tenant_id, client_id, id),
  constraint mentions_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint mentions_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint mentions_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index mentions_by_day on app.mentions (tenant_id, client_id, occurred_on, id);

alter table app.mentions enable row level security;
alter table app.mentions force row level security;
create policy tenant on app.mentions
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.mentions to agency_roi_app;
