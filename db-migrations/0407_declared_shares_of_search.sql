-- The shares of revenue credited to search that the agency declares to be owed to its work on social media, and to the authority of what it publishes. Nothing is posted by them.
alter table app.attribution_policies
  add column search_owed_to_social_share numeric(5, 4) not null default 0 constraint attribution_policies_search_owed_to_social_share
    check (search_owed_to_social_share between 0 and 1),
  add column search_owed_to_authority_share numeric(5, 4) not null default 0 constraint attribution_policies_search_owed_to_authority_share
    check (search_owed_to_authority_share between 0 and 1),
  add constraint attribution_policies_search_shares check (search_owed_to_social_share + search_owed_to_authority_share <= 1);
