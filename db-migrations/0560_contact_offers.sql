-- One row per offer that was made to a contact on a day, with the need that it is to answer, and what the contact answered. Of an erased person "erased_need" and
-- "erased_has_basis" keep whether the need was met and whether there was a legal basis for marketing on the day, since what said so is gone.
create table app.contact_offers (
  tenant_id uuid not null,
  client_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  offer_code text not null constraint contact_offers_offer_code check (offer_code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
  occurred_on date not null,
  need_code text,
  need_value text constraint contact_offers_need_value check (need_value <> ''),
  channel_id uuid,
  campaign_id uuid,
  answer text constraint contact_offers_answer check (answer in ('ACCEPTED', 'DECLINED')),
  answered_on date,
  external_reference text not null constraint contact_offers_external_reference check (external_reference <> ''),
  erased_need text constraint contact_offers_erased_need check (erased_need in ('MET', 'NOT_MET', 'NOT_NAMED')),
  erased_has_basis boolean,
  revision int not null default 1 constraint contact_offers_revision check (revision >= 1),
  retracted_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint contact_offers_key primary key (tenant_id, id),
  constraint contact_offers_of_client unique (tenant_id, client_id, id),
  constraint contact_offers_need_has_value check ((need_code is null) = (need_value is null)),
  constraint contact_offers_erased_at_once check ((erased_need is null) = (erased_has_basis is null)),
  constraint contact_offers_answer_has_day check ((answer is null) = (answered_on is null)),
  constraint contact_offers_answered_after check (answered_on >= occurred_on),
  constraint contact_offers_client foreign key (tenant_id, client_id) references app.clients (tenant_id, id),
  constraint contact_offers_contact foreign key (tenant_id, client_id, contact_id) references app.contacts (tenant_id, client_id, id),
  constraint contact_offers_need foreign key (tenant_id, client_id, need_code) references app.profile_attributes (tenant_id, client_id, code),
  constraint contact_offers_channel foreign key (tenant_id, client_id, channel_id) references app.channels (tenant_id, client_id, id),
  constraint contact_offers_campaign foreign key (tenant_id, client_id, campaign_id) references app.campaigns (tenant_id, client_id, id),
  constraint contact_offers_external_reference_unique unique (tenant_id, client_id, external_reference)
);

create index contact_offers_of_contact on app.contact_offers (tenant_id, client_id, contact_id);
create index contact_offers_by_day on app.contact_offers (tenant_id, client_id, occurred_on, id);

alter table app.contact_offers enable row level security;
alter table app.contact_offers force row level security;
create policy tenant on app.contact_offers
  using (tenant_id = app.current_tenant() and app.client_visible(client_id))
  with check (tenant_id = app.current_tenant() and app.client_visible(client_id));

grant select, insert, update on app.contact_offers to agency_roi_app;
