-- The few figures that a client is shown first, in their order. A list is replaced as a whole: what it was before is nobody's figure.
create table app.key_metrics (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  place int not null constraint key_metrics_place check (place between 1 and 7),
  metric text not null constraint key_metrics_metric check (metric in (
    'ROI_PERCENT', 'VALUE', 'NET', 'COST', 'COST_PER_CLICK', 'COST_PER_THOUSAND_IMPRESSIONS', 'CLICK_THROUGH_RATE', 'CONVERSION_RATE', 'SALE_RATE',
    'COST_PER_OUTCOME', 'COST_PER_SALE', 'ROAS', 'GOAL_PROGRESS', 'INDICATOR')),
  total text constraint key_metrics_total check (total in ('DIRECT', 'DIRECT_AND_ASSISTED', 'ADJUSTED', 'UNADJUSTED')),
  goal_id uuid,
  indicator text constraint key_metrics_indicator check (length(indicator) between 1 and 200),
  created_at timestamptz not null,
  constraint key_metrics_key primary key (tenant_id, id),
  constraint key_metrics_of_client unique (tenant_id, client_id, id),
  constraint key_metrics_one_at_a_place unique (tenant_id, client_id, place),
  constraint key_metrics_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint key_metrics_goal foreign key (tenant_id, client_id, goal_id) references app.goals (tenant_id, client_id, id),
  constraint key_metrics_say_of_what check (
    (metric in ('ROI_PERCENT', 'VALUE', 'NET')) = (total is not null)
    and (metric = 'GOAL_PROGRESS') = (goal_id is not null)
    and (metric = 'INDICATOR') = (indicator is not null))
);
create index key_metrics_by_goal on app.key_metrics (tenant_id, client_id, goal_id);

alter table app.key_metrics enable row level security;
alter table app.key_metrics force row level security;
create policy tenant on app.key_metrics
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, delete on app.key_metrics to agency_roi_app;
