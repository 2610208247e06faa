-- One row per variant of a message to a segment by a channel.
create table app.message_variants (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  segment_id uuid not null,
  channel_id uuid not null,
  campaign_id uuid,
  code text not null constraint message_variants_code check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
  name text not null constraint message_variants_name check (name <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint message_variants_key primary key (tenant_id, id),
  constraint message_variants_of_client unique (tenant_id, client_id, id),
  constraint message_variants_code_unique unique (tenant_id, client_id, code),
  constraint message_variants_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint message_variants_segment foreign key (tenant_id, client_id, segment_id) references app.audience_segments (tenant_id, client_id, id),
  constraint message_variants_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint message_variants_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id)
);

create index message_variants_of_segment on app.message_variants (tenant_id, client_id, segment_id);

alter table app.message_variants enable row level security;
alter table app.message_variants force row level security;
create policy tenant on app.message_variants
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.message_variants to agency_roi_app;
