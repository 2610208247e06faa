-- One row per client, channel, month and kind of the interactions of the days in [$3, $4): all, those that were bought, those whose onward step was measured, and those of
-- them that had one.
select i.client_id, i.channel_id, date_trunc('month', i.occurred_on)::date as month, i.kind,
  trim_scale(sum(i.quantity)), trim_scale(sum(i.quantity) filter (where i.is_paid)),
  trim_scale(sum(i.quantity) filter (where i.with_onward_step is not null)), trim_scale(sum(i.with_onward_step))
from app.interaction_counts i
where i.tenant_id = $1 and i.client_id = any($2) and i.occurred_on >= $3 and i.occurred_on < $4 and i.retracted_at is null
group by i.client_id, i.channel_id, month, i.kind
