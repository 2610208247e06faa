-- What a goal counts and how much of it is aimed at, each from a day on. Rows are never changed: a later one of the same aspect and day has the next revision.
create table app.goal_aims (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  aspect text not null constraint goal_aims_aspect check (aspect in ('INDICATOR', 'TARGET')),
  effective_from date not null,
  revision int not null constraint goal_aims_revision check (revision >= 1),
  -- Null in a row of the indicator: from then on there is none. The same holds for the target.
  indicator text constraint goal_aims_indicator check (indicator <> ''),
  target_quantity numeric(20, 4) constraint goal_aims_target_quantity check (target_quantity >= 0),
  created_at timestamptz not null,
  constraint goal_aims_key primary key (tenant_id, id),
  constraint goal_aims_of_client unique (tenant_id, client_id, id),
  constraint goal_aims_one_per_revision unique (tenant_id, client_id, goal_id, aspect, effective_from, revision),
  constraint goal_aims_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint goal_aims_say_one_thing check (case aspect when 'INDICATOR' then target_quantity is null else indicator is null end)
);

-- What is known of a goal holds from the beginning: the first day that anything may be recorded on.
insert into app.goal_aims (tenant_id, client_id, id, goal_id, aspect, effective_from, revision, indicator, target_quantity, created_at)
select tenant_id, client_id, gen_random_uuid(), id, 'INDICATOR', date '1900-01-01', 1, indicator, null, created_at
from app.goals
where indicator is not null
union all
select tenant_id, client_id, gen_random_uuid(), id, 'TARGET', date '1900-01-01', 1, null, target_quantity, created_at
from app.goals
where target_quantity is not null;

alter table app.goal_aims enable row level security;
alter table app.goal_aims force row level security;
create policy tenant on app.goal_aims
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert on app.goal_aims to agency_roi_app;
