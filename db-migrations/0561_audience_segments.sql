-- One row per segment of a client's audience: all of its conditions must hold for a contact. An empty list and null stand for no condition. Values of attributes are kept as
-- CODE=value: those of one code are alternatives.
create table app.audience_segments (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  code text not null constraint audience_segments_code check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
  name text not null constraint audience_segments_name check (name <> ''),
  breadth text not null constraint audience_segments_breadth check (breadth in ('BROAD', 'NARROW')),
  stages text[] not null constraint audience_segments_stages check (
    stages <@ array['UNKNOWN', 'REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR', 'LOST']),
  attribute_values text[] not null constraint audience_segments_attribute_values check (cardinality(attribute_values) <= 500),
  network_code text,
  made_since date,
  archived_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint audience_segments_key primary key (tenant_id, id),
  constraint audience_segments_of_client unique (tenant_id, client_id, id),
  constraint audience_segments_code_unique unique (tenant_id, client_id, code),
  constraint audience_segments_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

alter table app.audience_segments enable row level security;
alter table app.audience_segments force row level security;
create policy tenant on app.audience_segments
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.audience_segments to agency_roi_app;
