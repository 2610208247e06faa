-- Facts of a kind are counted by day too, without reading them.
drop index app.stream_facts_by_kind;
create index stream_facts_by_kind on app.stream_facts (tenant_id, client_id, kind, occurred_on, retracted_at);
