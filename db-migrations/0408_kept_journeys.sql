-- Sums over the journeys of a client, kept as they change, so that attribution by the usual models costs the same however many touches lie behind it. They can be made anew from
-- touches, sales and refunds at any time. Their rows change often: room in their pages keeps them where they are.

-- The clients whose journeys are summed: since somebody asked for their attribution.
create table app.journey_heads (
  tenant_id uuid not null,
  client_id uuid not null,
  -- The attribution policies, look-backs and time zone that the sums were made by: of others they say nothing.
  terms text not null,
  -- Journeys without conversion stand by day from here on, and by month before.
  gathered_before date not null constraint journey_heads_gathered_before check (extract(day from gathered_before) = 1),
  constraint journey_heads_key primary key (tenant_id, client_id),
  constraint journey_heads_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

-- One row each time that a person's journeys became others, until the sums know. A sale without a person is one under its own id.
create table app.journey_changes (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  journey_key uuid not null,
  constraint journey_changes_key primary key (tenant_id, client_id, id),
  constraint journey_changes_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

-- What the sums hold of one person: it is taken off before the person's journeys of now are added.
create table app.kept_journeys (
  tenant_id uuid not null,
  client_id uuid not null,
  journey_key uuid not null,
  journeys jsonb not null,
  constraint kept_journeys_key primary key (tenant_id, client_id, journey_key),
  constraint kept_journeys_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

-- One row per month of conversions and refunds, and per day, or month before gathered_before, on which journeys without conversion became too old.
create table app.journey_totals (
  tenant_id uuid not null,
  client_id uuid not null,
  counted_on date not null,
  of_nulls boolean not null,
  conversions numeric not null,
  value numeric not null,
  unattributed_conversions numeric not null,
  unattributed_value numeric not null,
  nulls bigint not null,
  excluded_touches bigint not null,
  unvalued bigint not null,
  -- People who began a journey in the month, less those whose journey a conversion of the month ended; with of_nulls those whose journey became too old.
  opened bigint not null,
  closed bigint not null,
  -- The last day of which anything is in the row; null: it is of journeys without conversion.
  latest_on date,
  constraint journey_totals_key primary key (tenant_id, client_id, counted_on, of_nulls),
  constraint journey_totals_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
) with (fillfactor = 70);

-- What a channel is credited with in a month by a model, by the client's own policy, or by buyers who named it when asked. The channel is its id as 32 hexadecimal digits, or direct.
create table app.journey_credits (
  tenant_id uuid not null,
  client_id uuid not null,
  counted_on date not null,
  credited_by text not null constraint journey_credits_credited_by check (
    credited_by in ('FIRST_TOUCH', 'LAST_TOUCH', 'LINEAR', 'POSITION', 'POLICY', 'BUYER')),
  channel text not null constraint journey_credits_channel check (channel ~ '^(?:direct|[0-9a-f]{32})$'),
  conversions numeric not null,
  value numeric not null,
  -- Conversions of buyers who named the channel.
  agreeing numeric not null,
  constraint journey_credits_key primary key (tenant_id, client_id, counted_on, credited_by, channel),
  constraint journey_credits_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
) with (fillfactor = 70);

-- How often journeys went from the last one or two touches to a next one or an end. With of_nulls they ended without a conversion, and stand by day as their totals do.
create table app.journey_moves (
  tenant_id uuid not null,
  client_id uuid not null,
  counted_on date not null,
  of_nulls boolean not null,
  chain_order int not null constraint journey_moves_chain_order check (chain_order in (1, 2)),
  -- As a path of them; empty at the start.
  state text not null constraint journey_moves_state check (state ~ '^(?:(?:direct|[0-9a-f]{32})(?: (?:direct|[0-9a-f]{32}))?)?$'),
  next text not null constraint journey_moves_next check (next ~ '^(?:direct|end|[0-9a-f]{32})$'),
  moves numeric not null,
  constraint journey_moves_key primary key (tenant_id, client_id, chain_order, counted_on, of_nulls, state, next),
  constraint journey_moves_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
) with (fillfactor = 70);

alter table app.journey_heads enable row level security;
alter table app.journey_heads force row level security;
create policy tenant on app.journey_heads
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

alter table app.journey_changes enable row level security;
alter table app.journey_changes force row level security;
create policy tenant on app.journey_changes
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

alter table app.kept_journeys enable row level security;
alter table app.kept_journeys force row level security;
create policy tenant on app.kept_journeys
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

alter table app.journey_totals enable row level security;
alter table app.journey_totals force row level security;
create policy tenant on app.journey_totals
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

alter table app.journey_credits enable row level security;
alter table app.journey_credits force row level security;
create policy tenant on app.journey_credits
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

alter table app.journey_moves enable row level security;
alter table app.journey_moves force row level security;
create policy tenant on app.journey_moves
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update, delete on app.journey_heads, app.journey_changes, app.kept_journeys, app.journey_totals, app.journey_credits, app.journey_moves to agency_roi_app;
