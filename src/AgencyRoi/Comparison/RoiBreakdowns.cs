using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;

namespace AgencyRoi.Comparison;

[ObjectType<ReturnOnInvestment>]
internal static class RoiBreakdowns
{
    private const int MostBuckets = 1000;

    /// <summary>The return by channel, the costliest first; what belongs to no channel is a part too.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<ChannelRoi>>> GetByChannelAsync(
        [Parent] IReadOnlyList<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ByAsync(returns, LedgerDimension.Channel, (id, scope, sums) => new ChannelRoi(id, scope, sums), database, cancellationToken);

    /// <summary>The return by campaign, each without those below it, the costliest first; what belongs to no campaign is a part too.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<CampaignRoi>>> GetByCampaignAsync(
        [Parent] IReadOnlyList<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ByAsync(returns, LedgerDimension.Campaign, (id, scope, sums) => new CampaignRoi(id, scope, sums), database, cancellationToken);

    /// <summary>The return by goal, the costliest first; what belongs to no goal is a part too.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<GoalRoi>>> GetByGoalAsync(
        [Parent] IReadOnlyList<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ByAsync(returns, LedgerDimension.Goal, (id, scope, sums) => new GoalRoi(id, scope, sums), database, cancellationToken);

    /// <summary>The value by stream, in the order of the streams, each over the full cost.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<StreamRoi>>> GetByStreamAsync(
        [Parent] IReadOnlyList<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var parts = await RoiSums.OfAsync(returns, database, cancellationToken);
        return
        [
            .. returns.Select(
                (whole, i) =>
                    parts[i]
                        .Where(sum => sum.Side == Side.Value && EnumCode.TryParse<ValueStream>(sum.Stream, out _))
                        .GroupBy(sum => EnumCode.Parse<ValueStream>(sum.Stream))
                        .OrderBy(stream => stream.Key)
                        .Select(stream => new StreamRoi(stream.Key, whole.Scope, OverFullCost(whole, parts[i], stream)))
                        .ToList()
            ),
        ];
    }

    /// <summary>The cost by category, the costliest first.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<CostCategoryPart>>> GetByCostCategoryAsync(
        [Parent] IReadOnlyList<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var parts = await RoiSums.OfAsync(returns, database, cancellationToken);
        return [.. returns.Select((whole, i) => Categories(whole.Scope, parts[i]))];
    }

    /// <summary>The return over time: one point for each bucket of the period, those without anything among them, at most 1000.</summary>
    /// <param name="interval">The length of a bucket.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<RoiPoint>>> GetOverTimeAsync(
        [Parent] IReadOnlyList<ReturnOnInvestment> returns,
        Interval interval,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (returns.Any(whole => IntervalBuckets.Of(whole.Scope.Sums.Period, interval).Skip(MostBuckets).Any()))
            throw new GraphQLException(
                $"The period has more than {MostBuckets} buckets: take a longer interval or a shorter period.",
                "BAD_INPUT"
            );
        var parts = await RoiSums.OverTimeAsync(returns, interval, database, cancellationToken);
        return [.. returns.Select((whole, i) => Points(whole, interval, parts[i]))];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<T>>> ByAsync<T>(
        IReadOnlyList<ReturnOnInvestment> returns,
        LedgerDimension dimension,
        Func<Guid?, FigureScope, IEnumerable<LineSum>, T> make,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
        where T : FourFigures
    {
        var parts = await RoiSums.ByAsync(returns, dimension, database, cancellationToken);
        return
        [
            .. returns.Select(
                (whole, i) =>
                    parts[i]
                        .GroupBy(sum => sum.DimensionId)
                        .Select(part =>
                            make(part.Key, whole.Scope.Within(dimension, [part.Key ?? Guid.Empty]), part.Select(whole.Scope.Of))
                        )
                        .OrderByDescending(part => part.Cost.Amount)
                        .ThenByDescending(part => part.Unadjusted.Value.Amount)
                        .ToList()
            ),
        ];
    }

    private static FourTotals OverFullCost(ReturnOnInvestment whole, IEnumerable<LedgerSum> all, IEnumerable<LedgerSum> value) =>
        FourTotals.Of(all.Where(sum => sum.Side == Side.Cost).Concat(value).Select(whole.Scope.Of));

    private static List<CostCategoryPart> Categories(FigureScope scope, IEnumerable<LedgerSum> sums)
    {
        var costs = sums.Where(sum => sum.Side == Side.Cost)
            .GroupBy(sum => EnumCode.Parse<CostCategory>(sum.Stream), scope.Of)
            .Select(category => (Category: category.Key, Amount: category.Sum(sum => sum.Amount)))
            .OrderByDescending(category => category.Amount)
            .ToList();
        var whole = costs.Sum(category => category.Amount);
        return [.. costs.Select(category => new CostCategoryPart(category.Category, scope, category.Amount, whole))];
    }

    private static List<RoiPoint> Points(ReturnOnInvestment whole, Interval interval, IEnumerable<LedgerSum> sums)
    {
        var byBucket = sums.ToLookup(sum => sum.BucketStart);
        return
        [
            .. IntervalBuckets
                .Of(whole.Scope.Sums.Period, interval)
                .Select(bucket => new RoiPoint(bucket, whole.Scope.During(bucket), byBucket[bucket.From].Select(whole.Scope.Of))),
        ];
    }
}
