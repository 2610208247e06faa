using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Returns.Comparison;

/// <summary>Money for one unit of something, or the reason why there is none.</summary>
/// <param name="Amount">Six places at most; null when it is not defined.</param>
/// <param name="UndefinedReason">Why it is not. Null: it is.</param>
internal sealed record PerUnit(Money? Amount, UndefinedReason? UndefinedReason) : ICountsEntries
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }
}

/// <summary>Value on scales by which small and large can be compared. Each is a ratio of sums.</summary>
/// <param name="Total">Which of the four totals the value is.</param>
/// <param name="Hours">Hours of staff and management recorded in the period.</param>
/// <param name="RealFollowers">
/// Followers of the audited channels that are real: their sum in whole people, rounded once, half to even. Null: nobody audited them.
/// </param>
/// <param name="ValuePerThousandOfSpend">Value for 1,000 of cost.</param>
/// <param name="ValuePerHour">Value for an hour of work.</param>
/// <param name="ValuePerRealFollower">Value for a real follower.</param>
/// <param name="CostPerRealFollower">Cost for a real follower.</param>
internal sealed record NormalisedFigures(
    RoiTotal Total,
    decimal Hours,
    decimal? RealFollowers,
    PerUnit ValuePerThousandOfSpend,
    PerUnit ValuePerHour,
    PerUnit ValuePerRealFollower,
    PerUnit CostPerRealFollower
)
{
    public static NormalisedFigures Of(FourFigures figures, RoiTotal total, decimal hours, decimal? realFollowers)
    {
        var ratios = Normalised.Of(new Volume(figures.Total(total).ExactValue, figures.ExactCost, hours, realFollowers));
        return new(
            total,
            hours,
            realFollowers is { } people ? PeopleCount.Whole(people) : null,
            ValuePerThousandOfSpend: Per(ratios.ValuePerThousandOfSpend),
            ValuePerHour: Per(ratios.ValuePerHour),
            ValuePerRealFollower: Per(ratios.ValuePerRealFollower),
            CostPerRealFollower: Per(ratios.CostPerRealFollower)
        );

        PerUnit Per(Ratio ratio) =>
            new(ratio.Value is { } amount ? new Money(amount, figures.Scope.CurrencyCode) : null, ratio.Reason)
            {
                Counted = figures.Scope.Counted(total),
            };
    }
}

/// <summary>Hours of work by client. They are the agency's, whoever's return is asked for.</summary>
internal static class WorkedHours
{
    public static async Task<ILookup<ClientId, decimal>> LoadAsync(
        OperationDatabase database,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        var sums = await database.RunAsync(
            (session, token) => LedgerSums.OfAsync(session, scope with { Viewpoint = Viewpoint.Agency }, token),
            cancellationToken
        );
        return sums.Where(sum => sum.Kind is { Side: EntrySide.Cost, CostCategory: CostCategory.StaffTime or CostCategory.ManagementTime })
            .ToLookup(sum => sum.ClientId, sum => sum.Sums.Quantity);
    }
}

[ObjectType<ClientComparisonRow>]
internal static partial class NormalisedRow
{
    /// <summary>
    /// The client's value for 1,000 of spend, for an hour, for a real follower. Closed to tokens that are restricted to clients, since it counts hours. Two
    /// statements, however many clients.
    /// </summary>
    /// <param name="total">Which value.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<NormalisedFigures>> GetNormalisedAsync(
        [Parent] List<ClientComparisonRow> rows,
        OperationDatabase database,
        RoiTotal total = RoiTotal.Adjusted,
        CancellationToken cancellationToken = default
    )
    {
        var scope = rows[0].Scope.Sums with { ClientIds = [.. rows.Select(row => row.Client.Id)] };
        var hours = await WorkedHours.LoadAsync(database, scope, cancellationToken);
        var followers = await RealFollowers.LoadAsync(database, scope, cancellationToken);
        return
        [
            .. rows.Select(row =>
                NormalisedFigures.Of(
                    row,
                    total,
                    hours[row.Client.Id].Sum(),
                    followers.TryGetValue(row.Client.Id, out var real) ? real : null
                )
            ),
        ];
    }
}

[ObjectType<ComparisonTotals>]
internal static partial class NormalisedTotals
{
    /// <summary>
    /// The value of all these clients for 1,000 of spend, for an hour, for a real follower: ratios of the sums. Closed to tokens that are restricted to clients.
    /// </summary>
    /// <param name="total">Which value.</param>
    public static async Task<NormalisedFigures> GetNormalisedAsync(
        [Parent] ComparisonTotals totals,
        OperationDatabase database,
        RoiTotal total = RoiTotal.Adjusted,
        CancellationToken cancellationToken = default
    )
    {
        var hours = await WorkedHours.LoadAsync(database, totals.Scope.Sums, cancellationToken);
        var followers = await RealFollowers.LoadAsync(database, totals.Scope.Sums, cancellationToken);
        // One client that nobody audited makes the audience of all unknown.
        var isAudited = totals.Scope.Sums.ClientIds.All(followers.ContainsKey);
        return NormalisedFigures.Of(totals, total, hours.Sum(client => client.Sum()), isAudited ? followers.Values.Sum() : null);
    }
}
