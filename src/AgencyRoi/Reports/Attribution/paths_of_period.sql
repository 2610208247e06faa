-- One row per path of the days [$3, $4), in the order of their texts: how often it converted, what that was worth in the client's currency $5, how often it did not, and how
-- many of its counts have a worth in a currency that the client no longer has.
select p.path, sum(p.conversions), coalesce(sum(p.value) filter (where p.currency = $5), 0), sum(p.nulls), count(*) filter (where p.currency <> $5)
from app.journey_paths p
where p.tenant_id = $1 and p.client_id = $2 and p.occurred_on >= $3 and p.occurred_on < $4 and p.retracted_at is null
group by p.path
order by p.path collate "C"
