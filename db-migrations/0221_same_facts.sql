-- One row per fact of each outcome and sale that somebody found to be one, as long as that holds: a name of the unit that both claim.
create view app.same_facts with (security_invoker = true) as
select v.tenant_id, v.client_id, v.outcome_id as source_id, v.outcome_id, v.sale_id, concat('same:', v.outcome_id, ':', v.sale_id) as name
from app.duplicate_verdicts v
where v.verdict = 'SAME_FACT' and not exists (
  select from app.duplicate_verdicts later
  where later.tenant_id = v.tenant_id and later.client_id = v.client_id and later.outcome_id = v.outcome_id and later.sale_id = v.sale_id
    and later.number > v.number)
union all
select v.tenant_id, v.client_id, v.sale_id, v.outcome_id, v.sale_id, concat('same:', v.outcome_id, ':', v.sale_id)
from app.duplicate_verdicts v
where v.verdict = 'SAME_FACT' and not exists (
  select from app.duplicate_verdicts later
  where later.tenant_id = v.tenant_id and later.client_id = v.client_id and later.outcome_id = v.outcome_id and later.sale_id = v.sale_id
    and later.number > v.number);
grant select on app.same_facts to agency_roi_app;

create index duplicate_verdicts_sale on app.duplicate_verdicts (tenant_id, client_id, sale_id);

-- What counts as one now goes on to: such an outcome took the name of the sale's unit for its own until now.
insert into app.claim_names (tenant_id, client_id, name, source_id, unit)
select s.tenant_id, s.client_id, unnest(array[s.name, c.unit]), c.source_id, c.unit
from app.same_facts s
  join app.claims c on c.tenant_id = s.tenant_id and c.client_id = s.client_id and c.source_id = s.source_id
  join app.claims other
    on other.tenant_id = s.tenant_id and other.client_id = s.client_id and other.unit = c.unit
      and other.source_id = case when s.source_id = s.outcome_id then s.sale_id else s.outcome_id end
on conflict do nothing;

-- Decisions say it.
alter table app.outcomes drop column same_as;
