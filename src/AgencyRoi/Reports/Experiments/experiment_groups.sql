-- One row per experiment and group with results: its units; those that did it; and their mean and standard deviation (n - 1), the rows' own put together exactly.
with sums as (
  select
    e.id, r.group_name, sum(r.units) as units, sum(r.successes) as successes, sum(r.units * r.mean) as total,
    sum((r.units - 1) * r.deviation * r.deviation + r.units * r.mean * r.mean) as squares
  from app.experiments e
    join app.experiment_results r on r.tenant_id = $1 and r.client_id = e.client_id and r.experiment_code = e.code and r.retracted_at is null
  where e.tenant_id = $1 and e.client_id = any ($2) and e.id = any ($3)
  group by e.id, r.group_name
)
select
  s.id, s.group_name, s.units, s.successes, round(s.total / s.units, 10),
  case when s.units > 1 then round(sqrt(greatest(s.squares - s.total * s.total / s.units, 0) / (s.units - 1)), 10) else 0 end
from sums s
