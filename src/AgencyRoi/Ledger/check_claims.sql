-- One row per claim that gets something else than the rule gives it, or whose grant is not what the ledger holds for it.
-- $2: the streams in the order in which they are served.
with due as (
  select
    c.*,
    greatest(0, least(c.claimed, 1 - coalesce(sum(c.claimed) over (
      partition by c.client_id, c.unit
      order by c.grade collate "C", c.occurred_on, array_position($2::text[], c.stream), c.external_reference collate "C", c.source_id
      rows between unbounded preceding and 1 preceding), 0))) as due
  from app.claims c
  where c.tenant_id = $1),
held as (
  select e.client_id, e.unit, e.source_id, sum(case when e.reverses_version is null then e.share else -e.share end) as share,
    sum(e.client_amount) as client_amount
  from app.ledger_entries e
    join app.claims c on c.tenant_id = $1 and c.client_id = e.client_id and c.unit = e.unit and c.source_id = e.source_id
  where e.tenant_id = $1
  group by 1, 2, 3)
select
  d.client_id, date_trunc('month', d.occurred_on::timestamp)::date, concat_ws(' ', d.unit, d.source_kind, d.source_id),
  concat_ws(' ', trim_scale(d.due), 'for', round(d.full_amount * d.due, 4)),
  concat_ws(' ', trim_scale(d.granted), 'held', trim_scale(coalesce(h.share, 0)), 'for', coalesce(h.client_amount, 0))
from due d
  left join held h on h.client_id = d.client_id and h.unit = d.unit and h.source_id = d.source_id
  left join app.ledger_entries e
    on e.tenant_id = $1 and e.client_id = d.client_id and e.version = d.posted_version and e.line_no = d.posted_line
where d.due <> d.granted
  or coalesce(h.share, 0) <> d.due
  or coalesce(h.client_amount, 0) <> round(d.full_amount * d.due, 4)
  or (d.due > 0 and (e.source_id is distinct from d.source_id or e.unit is distinct from d.unit or e.share is distinct from d.due))
order by 1, 2, 3
