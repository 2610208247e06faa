-- What facts of the first client need besides its channels: a goal with a value that its books do not tell.
insert into app.purposes (tenant_id, client_id, id, type, discipline, what_for, problem, audience, created_at, updated_at)
select tenant_id, id, gen_random_uuid(), 'SOCIAL_SELLING', 'MARKETING', 'Orders', 'Few know the shop', 'Buyers', now(), now()
from app.clients where external_reference = 'client-0';

insert into app.goals (tenant_id, client_id, id, purpose_id, type, name, indicator, stream, evidence_grade, status, external_reference, created_at, updated_at)
select tenant_id, client_id, gen_random_uuid(), id, 'CONVERSION', 'Inquiries', 'Inquiries', 'CONVERSIONS', 'C', 'ACTIVE', 'goal-0', now(), now()
from app.purposes;

insert into app.goal_values (tenant_id, client_id, id, goal_id, effective_from, revision, amount, currency, is_assumed, created_at)
select tenant_id, client_id, gen_random_uuid(), id, date '2020-01-01', 1, 12.5, 'EUR', true, now()
from app.goals;
