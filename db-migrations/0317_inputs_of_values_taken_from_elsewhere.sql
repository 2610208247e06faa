-- An input of a calculated value may be taken from where the agency keeps it: the margin of the client, or the labour rate of a role class. The row has the number
-- that it was calculated with; when that changes there, another row is added.
alter table app.goal_values
  add column margin_of_client boolean not null default false,
  add column rate_of_role text constraint goal_values_rate_of_role check (rate_of_role in ('STAFF', 'MANAGEMENT')),
  add constraint goal_values_taken_inputs check (
    (calculation = 'LEAD' or not margin_of_client) and (calculation = 'SOLVED_PROBLEM' or rate_of_role is null)
    and (calculation is not null or (not margin_of_client and rate_of_role is null)));
