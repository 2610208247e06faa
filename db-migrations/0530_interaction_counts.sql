-- One row per statement that people did something of a kind so many times on a day on a channel: shares, likes, comments, of one post and about one topic where these are
-- told. Some of them had an onward step, which led to a place or a contact of the client's own; null: nobody measured that.
create table app.interaction_counts (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  campaign_id uuid,
  occurred_on date not null,
  kind text not null constraint interaction_counts_kind check (
    kind in ('VIEW', 'LIKE', 'VOTE', 'COMMENT', 'REPLY', 'SHARE', 'MENTION', 'SAVE', 'CLICK', 'FOLLOW', 'MESSAGE')),
  network_term text constraint interaction_counts_network_term check (network_term <> ''),
  post text constraint interaction_counts_post check (post <> ''),
  topic text constraint interaction_counts_topic check (topic <> ''),
  quantity numeric(20, 4) not null constraint interaction_counts_quantity check (quantity >= 0),
  with_onward_step numeric(20, 4) constraint interaction_counts_with_onward_step check (with_onward_step >= 0 and with_onward_step <= quantity),
  is_paid boolean not null,
  external_reference text not null constraint interaction_counts_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint interaction_counts_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint interaction_counts_key primary key (tenant_id, id),
  constraint interaction_counts_of_client unique (tenant_id, client_id, id),
  constraint interaction_counts_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint interaction_counts_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint interaction_counts_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint interaction_counts_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index interaction_counts_by_day on app.interaction_counts (tenant_id, client_id, occurred_on, id);

alter table app.interaction_counts enable row level security;
alter table app.interaction_counts force row level security;
create policy tenant on app.interaction_counts
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.interaction_counts to agency_roi_app;
