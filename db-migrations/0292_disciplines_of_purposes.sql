-- The discipline that a purpose belongs to decides which value streams its goals may use. What is there keeps its goals as they are: a purpose with a
-- goal of a direct stream is marketing, whatever its type.
alter table app.purposes add column discipline text constraint purposes_discipline check (discipline in ('BRAND', 'PR', 'MARKETING'));

update app.purposes as purpose
set discipline = case
  when exists (
    select from app.goals goal
    where goal.tenant_id = purpose.tenant_id and goal.client_id = purpose.client_id and goal.purpose_id = purpose.id
      and goal.stream in ('DIRECT_SALES', 'CONVERSIONS')) then 'MARKETING'
  when purpose.type = 'BRAND' then 'BRAND'
  when purpose.type in ('PRODUCT_FEEDBACK', 'IDEA_GENERATION') then 'PR'
  else 'MARKETING' end;

alter table app.purposes alter column discipline set not null;
