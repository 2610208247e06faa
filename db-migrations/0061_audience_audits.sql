-- An observation: on a day, some accounts of a channel's audience were looked at, and so many of them were fake or inactive.
create table app.audience_audits (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  occurred_on date not null,
  gross_followers numeric(20, 4) not null constraint audience_audits_gross check (gross_followers >= 0),
  sample numeric(20, 4) not null constraint audience_audits_sample check (sample > 0),
  inauthentic numeric(20, 4) not null constraint audience_audits_inauthentic check (inauthentic >= 0 and inauthentic <= sample),
  tool text not null,
  source text not null,
  external_reference text not null constraint audience_audits_external_reference check (external_reference <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint audience_audits_key primary key (tenant_id, id),
  constraint audience_audits_of_client unique (tenant_id, client_id, id),
  constraint audience_audits_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint audience_audits_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint audience_audits_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index audience_audits_by_day on app.audience_audits (tenant_id, client_id, occurred_on, id);

alter table app.audience_audits enable row level security;
alter table app.audience_audits force row level security;
create policy tenant on app.audience_audits
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.audience_audits to agency_roi_app;
