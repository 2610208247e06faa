-- One row per claim that gets something else than the rule gives it, or whose grant is not what the ledger holds for it.
-- $2: the streams in the order in which they are served. $3, $4, $5: which names are one unit, of those that stand beside others. A claim that keeps no unrounded amounts goes by the rule of the time when it was valued.
with due as (
  select
    c.*,
    greatest(0, least(c.claimed, 1 - coalesce(sum(c.claimed) over (
      partition by c.client_id, n.joined, case when n.joined is null then c.unit end
      order by c.grade collate "C", c.occurred_on, array_position($2::text[], c.stream), c.external_reference collate "C", c.source_id, c.part
      rows between unbounded preceding and 1 preceding), 0))) as due
  from app.claims c
    left join unnest($3::uuid[], $4::text[], $5::int[]) as n (client_id, unit, joined) on n.client_id = c.client_id and n.unit = c.unit
  where c.tenant_id = $1),
worth as (
  select
    d.*,
    case when d.unrounded is null then round(d.full_amount * d.due, 4) else app.round_half_even(d.full_amount * d.due, 4) end as amount,
    (
      select array_agg(app.round_half_even(part.amount * d.due, 4) order by part.place)
      from (
        values
          (1, (d.unrounded #>> '{client,amount}')::numeric * (d.unrounded #>> '{client,factor}')::numeric),
          (2, (d.unrounded #>> '{client,low}')::numeric),
          (3, (d.unrounded #>> '{client,high}')::numeric),
          (4, (d.unrounded #>> '{agency,amount}')::numeric),
          (5, (d.unrounded #>> '{agency,amount}')::numeric * (d.unrounded #>> '{agency,factor}')::numeric),
          (6, (d.unrounded #>> '{agency,low}')::numeric),
          (7, (d.unrounded #>> '{agency,high}')::numeric)) as part (place, amount)
      where d.unrounded is not null
    ) as others
  from due d),
-- An entry does not say which part of its fact it is for, so that all parts are compared together, and each with the entry that it points at.
facts as (
  select
    w.client_id, w.unit, w.source_id, sum(w.due) as share, sum(w.amount) as amount,
    case when bool_and(w.others is not null) then array[
      sum(w.others[1]), sum(w.others[2]), sum(w.others[3]), sum(w.others[4]), sum(w.others[5]), sum(w.others[6]), sum(w.others[7])] end as others
  from worth w
  group by 1, 2, 3),
held as (
  select
    e.client_id, e.unit, e.source_id, sum(case when e.reverses_version is null then e.share else -e.share end) as share,
    sum(e.client_amount) as amount,
    array[
      sum(e.adjusted_amount), sum(e.low_amount), sum(e.high_amount),
      sum(e.agency_amount), sum(e.agency_adjusted_amount), sum(e.agency_low_amount), sum(e.agency_high_amount)] as others
  from app.ledger_entries e
    join app.claims c on c.tenant_id = $1 and c.client_id = e.client_id and c.unit = e.unit and c.source_id = e.source_id and c.part = 0
  where e.tenant_id = $1
  group by 1, 2, 3)
select
  w.client_id, date_trunc('month', w.occurred_on::timestamp)::date, concat_ws(' ', w.unit, w.source_kind, w.source_id),
  concat_ws(' ', trim_scale(w.due), 'for', w.amount, w.others),
  concat_ws(' ', trim_scale(w.granted), 'held', trim_scale(coalesce(h.share, 0)), 'for', coalesce(h.amount, 0), h.others)
from worth w
  join facts f on f.client_id = w.client_id and f.unit = w.unit and f.source_id = w.source_id
  left join held h on h.client_id = w.client_id and h.unit = w.unit and h.source_id = w.source_id
  left join app.ledger_entries e
    on e.tenant_id = $1 and e.client_id = w.client_id and e.version = w.posted_version and e.line_no = w.posted_line
where w.due <> w.granted
  or coalesce(h.share, 0) <> f.share
  or coalesce(h.amount, 0) <> f.amount
  or (h.others <> f.others and f.others is not null)
  or (w.due > 0 and (e.source_id is distinct from w.source_id or e.unit is distinct from w.unit or e.share is distinct from w.due))
order by 1, 2, 3
