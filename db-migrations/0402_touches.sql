-- One row per touch: somebody met the client before a conversion. The key is a hash under a secret of the client, so that one person at two clients cannot be joined.
create table app.touches (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  journey_key uuid not null,
  touched_at timestamptz not null,
  place int not null constraint touches_place check (place >= 0),
  kind text not null constraint touches_kind check (kind in ('VISIT', 'CLICK', 'VIEW', 'MESSAGE', 'CALL', 'MEETING', 'OTHER')),
  channel_id uuid,
  campaign_id uuid,
  post text constraint touches_post check (post <> ''),
  site text constraint touches_site check (site <> ''),
  creates_lead boolean not null,
  creates_opportunity boolean not null,
  legal_basis text constraint touches_legal_basis check (
    legal_basis in ('CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'VITAL_INTERESTS', 'PUBLIC_TASK', 'LEGITIMATE_INTERESTS')),
  external_reference text not null constraint touches_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint touches_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint touches_key primary key (tenant_id, id),
  constraint touches_of_client unique (tenant_id, client_id, id),
  constraint touches_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint touches_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint touches_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint touches_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index touches_of_journey on app.touches (tenant_id, client_id, journey_key, touched_at, created_at, place);
create index touches_by_time on app.touches (tenant_id, client_id, touched_at, id);

alter table app.touches enable row level security;
alter table app.touches force row level security;
create policy tenant on app.touches
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.touches to agency_roi_app;

-- The secret of a client under which keys of its visitors and contacts are hashed, made with its first touch.
create table app.journey_secrets (
  tenant_id uuid not null,
  client_id uuid not null,
  secret bytea not null constraint journey_secrets_secret check (length(secret) = 32),
  constraint journey_secrets_key primary key (tenant_id, client_id),
  constraint journey_secrets_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

alter table app.journey_secrets enable row level security;
alter table app.journey_secrets force row level security;
create policy tenant on app.journey_secrets
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.journey_secrets to agency_roi_app;
