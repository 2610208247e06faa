-- One row per token and deprecated member of the API that it still uses: whom to tell before the member goes.

create table app.deprecated_uses (
  tenant_id    uuid        not null,
  token_id     uuid        not null,
  coordinate   text        not null check (length(coordinate) between 1 and 500),
  count        bigint      not null check (count > 0),
  last_used_at timestamptz not null,
  primary key (tenant_id, token_id, coordinate),
  foreign key (tenant_id, token_id) references app.api_tokens (tenant_id, id)
);

alter table app.deprecated_uses enable row level security;
alter table app.deprecated_uses force row level security;
create policy tenant on app.deprecated_uses using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant());
grant select, insert, update on app.deprecated_uses to agency_roi_app;
