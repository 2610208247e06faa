-- A token may be given a successor and then ends soon. When it would have ended without one is kept: its successor lasts as long as it was to last.

alter table app.api_tokens
  add column predecessor_id uuid,
  add column rotated_at timestamptz,
  add column planned_end timestamptz,
  add constraint api_tokens_predecessor foreign key (tenant_id, predecessor_id) references app.api_tokens (tenant_id, id),
  add constraint api_tokens_planned_end check (planned_end is null or rotated_at is not null),
  -- A token that is rotated in the moment of its making, without an overlap, ends in that moment.
  drop constraint api_tokens_check,
  add constraint api_tokens_expires_at check (expires_at >= created_at);

create index api_tokens_predecessor on app.api_tokens (tenant_id, predecessor_id);
