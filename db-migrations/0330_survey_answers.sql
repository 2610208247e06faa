-- An observation: how likely people said they are to recommend the client, from 0 to 10, and how many answered so. Worth no money, and never posted.
create table app.survey_answers (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  channel_id uuid,
  occurred_on date not null,
  survey text not null constraint survey_answers_survey check (survey <> ''),
  score int not null constraint survey_answers_score check (score between 0 and 10),
  answer_count numeric(20, 4) not null constraint survey_answers_answer_count check (answer_count >= 1),
  external_reference text not null constraint survey_answers_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint survey_answers_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint survey_answers_key primary key (tenant_id, id),
  constraint survey_answers_of_client unique (tenant_id, client_id, id),
  constraint survey_answers_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint survey_answers_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint survey_answers_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index survey_answers_by_day on app.survey_answers (tenant_id, client_id, occurred_on, id);

alter table app.survey_answers enable row level security;
alter table app.survey_answers force row level security;
create policy tenant on app.survey_answers
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.survey_answers to agency_roi_app;
