using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

[ObjectType<ReturnOnInvestment>]
internal static partial class RoiBreakdowns
{
    private const int MostBuckets = 1000;

    /// <summary>The return by channel, the costliest first; what belongs to no channel is a part too. At most a hundred channels stand by themselves, the others together in one part at the end.</summary>
    [ListSize(AssumedSize = 20)]
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<ChannelRoi>>> GetByChannelAsync(
        [Parent] List<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        ByAsync(
            returns,
            LedgerDimension.Channel,
            (of, scope, totals) => new ChannelRoi(of.Id.Typed<ChannelId>(), scope, totals) { GatheredCount = of.GatheredCount },
            database,
            cancellationToken
        );

    /// <summary>The return by campaign, each without those below it, the costliest first; what belongs to no campaign is a part too. At most a hundred campaigns stand by
    /// themselves, the others together in one part at the end.</summary>
    [ListSize(AssumedSize = 50)]
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<CampaignRoi>>> GetByCampaignAsync(
        [Parent] List<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        ByAsync(
            returns,
            LedgerDimension.Campaign,
            (of, scope, totals) => new CampaignRoi(of.Id.Typed<CampaignId>(), scope, totals) { GatheredCount = of.GatheredCount },
            database,
            cancellationToken
        );

    /// <summary>The return by goal, the costliest first; what belongs to no goal is a part too. At most a hundred goals stand by themselves, the others together in one part
    /// at the end.</summary>
    [ListSize(AssumedSize = 20)]
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<GoalRoi>>> GetByGoalAsync(
        [Parent] List<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        ByAsync(
            returns,
            LedgerDimension.Goal,
            (of, scope, totals) => new GoalRoi(of.Id.Typed<GoalId>(), scope, totals) { GatheredCount = of.GatheredCount },
            database,
            cancellationToken
        );

    /// <summary>The value by stream, in the order of the streams, each over the full cost. All parts together are the whole value.</summary>
    [ListSize(AssumedSize = 13)]
    public static IReadOnlyList<StreamRoi> GetByStream([Parent] ReturnOnInvestment whole) =>
        [
            .. Together(
                    whole.Sums.Where(sum => sum.Kind.Side == EntrySide.Value).GroupBy(StreamOf).OrderBy(stream => stream.Key),
                    stream => stream.Select(whole.Scope.Of),
                    whole.Scope,
                    whole.Totals.Exact with
                    {
                        Cost = 0m,
                    }
                )
                .Select(stream => new StreamRoi(
                    stream.Of.Key,
                    LinesOf(whole, stream.Of),
                    whole,
                    stream.Totals,
                    GradeShare.Of(
                        stream.Of.Select(sum => (sum.Kind.Grade!.Value, whole.Scope.Of(sum).Amount)),
                        whole.Scope.Shown(stream.Totals.Shown.Unadjusted.Value)
                    )
                )),
        ];

    /// <summary>The cost by category, the costliest first. All parts together are the whole cost.</summary>
    [ListSize(AssumedSize = 13)]
    public static IReadOnlyList<CostCategoryPart> GetByCostCategory([Parent] ReturnOnInvestment whole)
    {
        var costs = whole
            .Sums.Where(sum => sum.Kind.Side == EntrySide.Cost)
            .GroupBy(sum => sum.Kind.CostCategory!.Value, whole.Scope.Of)
            .Select(category => (Category: category.Key, Amount: category.Sum(sum => sum.Amount)))
            .OrderByDescending(category => category.Amount)
            .ThenBy(category => category.Category)
            .ToList();
        var all = costs.Sum(category => category.Amount);
        var shown = LargestRemainder.Round([.. costs.Select(category => category.Amount)], MinorUnits.Of(whole.Scope.CurrencyCode));
        return [.. costs.Zip(shown, (category, seen) => new CostCategoryPart(category.Category, whole.Scope, category.Amount, seen, all))];
    }

    /// <summary>The return over time: one point for each bucket of the period, those without anything among them, at most 1000.</summary>
    /// <param name="interval">The length of a bucket.</param>
    [ListSize(AssumedSize = 100)]
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<RoiPoint>>> GetOverTimeAsync(
        [Parent] List<ReturnOnInvestment> returns,
        TimeInterval interval,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (returns.Any(whole => IntervalBuckets.Of(whole.Scope.Sums.Period, interval).Skip(MostBuckets).Any()))
            throw BadInput.Of($"The period has more than {MostBuckets} buckets: take a longer interval or a shorter period.");
        var parts = await RoiSums.OverTimeAsync(returns, interval, database, cancellationToken);
        return [.. returns.Select((whole, i) => Points(whole, interval, parts[i]))];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<T>>> ByAsync<T>(
        IReadOnlyList<ReturnOnInvestment> returns,
        LedgerDimension dimension,
        Func<PartIds, FigureScope, FigureTotals, T> make,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
        where T : FourFigures
    {
        var parts = await RoiSums.ByAsync(returns, dimension, database, cancellationToken);
        return [.. returns.Select((whole, i) => Bounded(whole, parts[i].ToLookup(sum => NoDimension.ToColumn(sum.DimensionId))))];

        IReadOnlyList<T> Bounded(ReturnOnInvestment whole, ILookup<Guid, LedgerSum> sums) =>
            [
                .. Together(
                        BoundedParts.Of(
                            sums.OrderBy(part => part.Key).Select(part => (part.Key, FourTotals.Of(part.Select(whole.Scope.Of))))
                        ),
                        part => part.Ids.SelectMany(id => sums[id]).Select(whole.Scope.Of),
                        whole.Scope,
                        whole.Totals.Exact
                    )
                    .Select(part => (part.Of, Part: make(part.Of, whole.Scope.Within(dimension, part.Of.Ids), part.Totals)))
                    .OrderBy(each => each.Of.GatheredCount > 0)
                    .ThenByDescending(each => each.Part.Cost.Amount)
                    .ThenByDescending(each => each.Part.Unadjusted.Value.Amount)
                    .ThenBy(each => each.Of.Id)
                    .Select(each => each.Part),
            ];
    }

    // The parts of a whole are rounded together, so that what is shown of them is what is shown of the whole.
    private static IEnumerable<(T Of, FigureTotals Totals)> Together<T>(
        IEnumerable<T> parts,
        Func<T, IEnumerable<EntrySum>> sumsOf,
        FigureScope scope,
        FourTotals whole
    )
    {
        var all = parts.ToList();
        return all.Zip(FigureTotals.Together(all.ConvertAll(part => FourTotals.Of(sumsOf(part))), whole, scope));
    }

    // The fee that the agency received is value in its own viewpoint and belongs to none of the streams of clients.
    private static ValueStream? StreamOf(LedgerSum sum) => sum.Kind.ValueStream;

    // Entries that were all taken back, as by a revaluation that moves a value to another line, leave nothing on their line.
    private static IReadOnlyList<ReturnClass> LinesOf(ReturnOnInvestment whole, IEnumerable<LedgerSum> value) =>
        [
            .. value
                .Where(sum => whole.Scope.Of(sum) is not { Amount: 0m, Low: 0m, High: 0m })
                .Select(sum => sum.Kind.ReturnClass)
                .Distinct()
                .Order(),
        ];

    private static List<RoiPoint> Points(ReturnOnInvestment whole, TimeInterval interval, IEnumerable<LedgerSum> sums)
    {
        var byBucket = sums.ToLookup(sum => sum.BucketStart);
        return
        [
            .. Together(
                    IntervalBuckets.Of(whole.Scope.Sums.Period, interval),
                    bucket => byBucket[bucket.From].Select(whole.Scope.Of),
                    whole.Scope,
                    whole.Totals.Exact
                )
                .Select(point => new RoiPoint(point.Of, whole.Scope.During(point.Of), point.Totals)),
        ];
    }
}
