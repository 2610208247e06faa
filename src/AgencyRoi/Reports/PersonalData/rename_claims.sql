-- Claims of some sources under other names of their units, with the entry that each would be for the whole of it.
update app.claims c
set unit = r.becomes, external_reference = r.reference, whole_entry = jsonb_set(c.whole_entry, '{Unit}', to_jsonb(r.becomes), false)
from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as r (source_id, was, becomes, reference)
where c.tenant_id = $1 and c.client_id = $2 and c.source_id = r.source_id and c.unit = r.was
