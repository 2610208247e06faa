-- The channel that a buyer named when asked, and the collaborator, agent or reseller by whom a conversion came.
alter table app.sales
  add column reported_channel_id uuid,
  add column partner text constraint sales_partner check (partner <> ''),
  add constraint sales_reported_channel foreign key (tenant_id, client_id, reported_channel_id)
    references app.channels (tenant_id, client_id, id);
