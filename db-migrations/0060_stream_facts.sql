-- A fact of an indirect stream: what it says is a typed record of its kind, checked on the way in and never searched by. Retracted ones stay, for the ledger's sake.
create table app.stream_facts (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  kind text not null constraint stream_facts_kind check (kind in (
    'APPEARANCE', 'RETENTION', 'REFERRAL', 'REPUTATION_CHANGE', 'CARE_CASE', 'BACKLINK', 'INDIRECT_SALE', 'DEFLECTION', 'LEARNING', 'INSIGHT',
    'AD_EFFICIENCY')),
  stream text not null constraint stream_facts_stream check (stream in (
    'THOUGHT_LEADERSHIP', 'RELATIONSHIPS', 'WORD_OF_MOUTH', 'REPUTATION', 'AUTHORITY', 'INDIRECT_SALES', 'SERVICE_SAVINGS', 'CONTENT_AND_LEARNING',
    'MARKET_INSIGHT', 'ADVERTISING_EFFICIENCY')),
  occurred_on date not null,
  ends_on date constraint stream_facts_ends_on check (ends_on >= occurred_on),
  channel_id uuid,
  campaign_id uuid,
  goal_id uuid,
  external_reference text not null constraint stream_facts_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint stream_facts_revision check (revision >= 1),
  retracted_at timestamptz,
  content jsonb not null constraint stream_facts_content check (jsonb_typeof(content) = 'object'),
  evidence jsonb not null constraint stream_facts_evidence check (jsonb_typeof(evidence) = 'array'),
  -- What the valuation shows beside every return: influenced sales, capacity freed, what came for a reward.
  memos jsonb not null constraint stream_facts_memos check (jsonb_typeof(memos) = 'array'),
  -- What the client's other facts said about it when it was valued.
  setting jsonb not null constraint stream_facts_setting check (jsonb_typeof(setting) = 'object'),
  evidence_grade text not null constraint stream_facts_evidence_grade check (evidence_grade in ('A', 'B', 'C', 'D', 'E')),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint stream_facts_key primary key (tenant_id, id),
  constraint stream_facts_of_client unique (tenant_id, client_id, id),
  constraint stream_facts_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint stream_facts_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint stream_facts_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint stream_facts_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint stream_facts_external_reference_unique unique (tenant_id, client_id, kind, external_reference)
);

create index stream_facts_by_day on app.stream_facts (tenant_id, client_id, occurred_on, id);
create index stream_facts_by_kind on app.stream_facts (tenant_id, client_id, kind);
create index sales_by_contact on app.sales (tenant_id, client_id, contact_reference) where contact_reference is not null;

alter table app.stream_facts enable row level security;
alter table app.stream_facts force row level security;
create policy tenant on app.stream_facts
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.stream_facts to agency_roi_app;
