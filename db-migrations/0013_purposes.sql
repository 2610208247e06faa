-- Why a client is on its channels at all: what for, which problem, for whom.
create table app.purposes (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  type text not null constraint purposes_type check (type in (
    'CUSTOMER_CARE', 'PRODUCT_FEEDBACK', 'IDEA_GENERATION', 'POINT_OF_SALE_LINK', 'POST_SALE_SERVICE', 'SOCIAL_SELLING', 'BRAND', 'OTHER')),
  what_for text not null constraint purposes_what_for check (what_for <> ''),
  problem text not null constraint purposes_problem check (problem <> ''),
  audience text not null constraint purposes_audience check (audience <> ''),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint purposes_key primary key (tenant_id, id),
  constraint purposes_of_client unique (tenant_id, client_id, id),
  constraint purposes_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id)
);

alter table app.purposes enable row level security;
alter table app.purposes force row level security;
create policy tenant on app.purposes
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.purposes to agency_roi_app;
