-- Since when nobody has used a token: a token that was never used is idle since it was made.

alter table app.api_tokens
  add column idle_since timestamptz not null generated always as (coalesce(last_used_at, created_at)) stored;

create index api_tokens_idle_since on app.api_tokens (tenant_id, idle_since);
