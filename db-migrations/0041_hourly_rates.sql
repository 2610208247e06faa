-- What an hour costs over some days: of one person, of a role class, or of everybody else. Of one kind and level no two hold on the same day.
create table app.hourly_rates (
  tenant_id uuid not null constraint hourly_rates_agency references app.agencies (id),
  id uuid not null,
  kind text not null constraint hourly_rates_kind check (kind in ('LABOUR', 'OVERHEAD')),
  level text not null constraint hourly_rates_level check (level in ('PERSON', 'ROLE', 'DEFAULT')),
  person_id uuid,
  role_class text constraint hourly_rates_role_class check (role_class in ('STAFF', 'MANAGEMENT')),
  starts_on date not null,
  -- The last day; null: until further notice.
  ends_on date,
  amount numeric(20, 10) not null constraint hourly_rates_amount check (amount >= 0),
  currency text not null constraint hourly_rates_currency references app.currencies (code),
  note text,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint hourly_rates_key primary key (tenant_id, id),
  constraint hourly_rates_person foreign key (tenant_id, person_id) references app.people (tenant_id, id),
  constraint hourly_rates_whose check ((level = 'PERSON') = (person_id is not null) and (level = 'ROLE') = (role_class is not null)),
  constraint hourly_rates_dates check (ends_on >= starts_on)
);

create index hourly_rates_by_start on app.hourly_rates (tenant_id, starts_on, id);

alter table app.hourly_rates enable row level security;
alter table app.hourly_rates force row level security;
create policy tenant on app.hourly_rates
  using (tenant_id = app.current_tenant())
  with check (tenant_id = app.current_tenant());

grant select, insert, update on app.hourly_rates to agency_roi_app;
