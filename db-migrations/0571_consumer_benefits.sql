-- One row per statement that a client gave people a benefit on a day: coupons, time, services. The amount is in total for all of them; time has a worth by the hour instead.
-- Cost is what these people gave up for it, in money and in hours; null: nobody measured it. No row names a person, and none is posted to the ledger.
create table app.consumer_benefits (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  occurred_on date not null,
  kind text not null constraint consumer_benefits_kind check (kind in ('COUPON', 'TIME_SAVED', 'SERVICE', 'CONTENT', 'GIFT', 'OTHER')),
  people_count numeric(20, 4) not null constraint consumer_benefits_people_count check (people_count >= 1),
  amount numeric(24, 10) constraint consumer_benefits_amount check (amount >= 0),
  hours_saved numeric(20, 4) constraint consumer_benefits_hours_saved check (hours_saved >= 0),
  hourly_worth numeric(24, 10) constraint consumer_benefits_hourly_worth check (hourly_worth >= 0),
  currency text not null constraint consumer_benefits_currency references app.currencies (code),
  basis text not null constraint consumer_benefits_basis check (basis in ('FACE_VALUE', 'SURVEYED', 'STATED')),
  method text constraint consumer_benefits_method check (method <> ''),
  cost_amount numeric(24, 10) constraint consumer_benefits_cost_amount check (cost_amount >= 0),
  hours_spent numeric(20, 4) constraint consumer_benefits_hours_spent check (hours_spent >= 0),
  channel_id uuid,
  campaign_id uuid,
  goal_id uuid,
  offer_code text constraint consumer_benefits_offer_code check (offer_code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
  external_reference text not null constraint consumer_benefits_external_reference check (external_reference <> ''),
  revision int not null default 1 constraint consumer_benefits_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint consumer_benefits_time_or_amount check (
    (kind = 'TIME_SAVED') = (hours_saved is not null) and (hours_saved is null) = (amount is not null)),
  constraint consumer_benefits_worth_of_hours check ((hours_saved is null and hours_spent is null) = (hourly_worth is null)),
  constraint consumer_benefits_key primary key (tenant_id, id),
  constraint consumer_benefits_of_client unique (tenant_id, client_id, id),
  constraint consumer_benefits_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint consumer_benefits_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint consumer_benefits_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint consumer_benefits_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint consumer_benefits_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index consumer_benefits_by_day on app.consumer_benefits (tenant_id, client_id, occurred_on, id);

alter table app.consumer_benefits enable row level security;
alter table app.consumer_benefits force row level security;
create policy tenant on app.consumer_benefits
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.consumer_benefits to agency_roi_app;
