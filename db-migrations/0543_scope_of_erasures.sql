-- To erase a person is a permission of its own: nobody can take it back.
alter table app.api_tokens
  drop constraint api_tokens_scopes,
  add constraint api_tokens_scopes check (cardinality(scopes) >= 1 and scopes <@ array[
    'READ_PUBLISHED', 'READ_DATA', 'READ_CONTACTS', 'READ_FINANCES', 'RECORD_FACTS', 'RECORD_CONTACTS', 'ERASE_CONTACTS', 'IMPORT_FILES', 'WRITE_CLIENT_DATA',
    'WRITE_AGENCY_DATA', 'WRITE_FINANCES', 'PUBLISH', 'MANAGE_TOKENS', 'MANAGE_MEMBERS', 'MANAGE_OWNERS']);
