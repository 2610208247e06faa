-- One row per client and variant with results in the period: their sums.
select r.client_id, v.id, v.code, s.breadth, sum(r.delivered), sum(r.responded), sum(r.conversions)
from app.message_results r
  join app.message_variants v on v.tenant_id = $1 and v.client_id = r.client_id and v.code = r.variant_code
  join app.audience_segments s on s.tenant_id = $1 and s.client_id = v.client_id and s.id = v.segment_id
where r.tenant_id = $1 and r.client_id = any ($2) and r.occurred_on >= $3 and r.occurred_on < $4 and r.retracted_at is null
group by r.client_id, v.id, v.code, s.breadth
