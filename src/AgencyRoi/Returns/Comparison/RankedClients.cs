using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Returns.Comparison;

/// <summary>Why a client holds no place in the ranking. It still counts in the totals.</summary>
internal enum UnrankedReason
{
    /// <summary>Nothing was spent, or more came back from suppliers than was paid to them: there is no return to rank.</summary>
    NoReturn,

    /// <summary>Cost is known to be missing: what looks like a high return may be none.</summary>
    CostIncomplete,

    /// <summary>Less was spent than the ranking asks for.</summary>
    BelowMinimumCost,

    /// <summary>
    /// It has no purpose with an activated goal: its return may be high, and nobody has said what for. It is ranked when <c>rankWithoutPurpose</c> asks for it.
    /// </summary>
    WithoutPurpose,
}

/// <summary>The places that a client may hold when the low and high ends of all clients' returns are taken seriously. Its rank is one of them.</summary>
/// <param name="Best">1 + the clients whose low end is above this one's high end.</param>
/// <param name="Worst">All ranked clients less those whose high end is below this one's low end.</param>
/// <param name="OutOf">How many clients are ranked.</param>
internal sealed record PossibleRank(int Best, int Worst, int OutOf);

/// <summary>
/// What to rank by, and who takes part. One measure, the return on one total drawn towards that of all together, makes the order, the rank and the possible
/// ranks, and those take part who have a return over a cost that is known and large enough, and a purpose.
/// </summary>
/// <param name="Shrinkage">The cost at which a client's own return and that of all together weigh the same.</param>
internal sealed record RankingRule(RoiTotal By, decimal MinimumCost, decimal Shrinkage)
{
    /// <summary>Whether clients take part that serve no measured purpose.</summary>
    public required bool IncludesWithoutPurpose { get; init; }

    /// <summary>Where each client stands among all of them, in their order.</summary>
    public IReadOnlyList<Standing> Of(IReadOnlyList<ComparedClient> clients, FourFigures totals)
    {
        // Where one of them has a return, all together may have none: then there is nothing to draw anybody towards.
        var groupReturn = totals.Total(By).RoiPercent;
        var unranked = clients.Select(WhyNot).ToList();
        var ranges = RankRange.Of([
            .. clients
                .Zip(unranked)
                .Where(each => each.Second is null)
                .Select(each => new RankedReturn(each.First.Client.Id.Value, Measure(each.First, groupReturn))),
        ]);
        var byClient = ranges.ToDictionary(range => range.Id);
        return
        [
            .. clients.Zip(
                unranked,
                (client, why) => why is { } reason ? new Standing(null, null, reason) : Ranked(byClient[client.Client.Id.Value])
            ),
        ];

        Standing Ranked(RankRange range) => new(range.Rank, new(range.Best, range.Worst, ranges.Count), null);
    }

    /// <summary>The best first; after them the unranked, by the return that they have.</summary>
    public IOrderedEnumerable<ClientComparisonRow> Order(IEnumerable<ClientComparisonRow> rows) =>
        rows.OrderBy(row => row.Standing.Rank ?? int.MaxValue)
            .ThenByDescending(row => row.Standing.Rank is null ? row.Total(By).RoiPercent : null);

    private UnrankedReason? WhyNot(ComparedClient client) =>
        Return(client, By.Of(client.Exact).Value) is null ? UnrankedReason.NoReturn
        : client.MissingCost.Count > 0 ? UnrankedReason.CostIncomplete
        : client.Exact.Cost < MinimumCost ? UnrankedReason.BelowMinimumCost
        : client.IsWithoutPurpose && !IncludesWithoutPurpose ? UnrankedReason.WithoutPurpose
        : null;

    private Estimate Measure(ComparedClient client, decimal? groupReturn)
    {
        var total = By.Of(client.Exact);
        var (low, expected, high) = (
            Return(client, total.Low)!.Value,
            Return(client, total.Value)!.Value,
            Return(client, total.High)!.Value
        ); // it is ranked
        // Refunds can turn the ends of a sum around; the expected return lies between the ends all the same.
        var own = new Estimate(Math.Min(Math.Min(low, high), expected), expected, Math.Max(Math.Max(low, high), expected));
        return groupReturn is { } group ? own.At(end => RankRange.Shrunk(client.Exact.Cost, end, Shrinkage, group)!.Value) : own;
    }

    private static decimal? Return(ComparedClient client, decimal value) => Roi.Percent(value, client.Exact.Cost).Value;
}

/// <summary>Where a client stands in a ranking: its place and the places that it may hold, or the reason why it holds none.</summary>
internal sealed record Standing(int? Rank, PossibleRank? PossibleRank, UnrankedReason? Unranked)
{
    public static Standing AmongNone { get; } = new(null, null, null);
}

// Fields and no properties: a client stands among those that the filter finds, so no filter or order can ask for its place.
[ObjectType<ClientComparisonRow>]
internal static partial class RankOfRow
{
    /// <summary>
    /// Its place among the ranked clients by <c>rankBy</c> and <c>shrinkage</c>, from 1, in whatever order the rows are shown; clients with the same measure
    /// share a place. Null: it is not ranked, and <c>unrankedReason</c> says why.
    /// </summary>
    public static int? GetRank([Parent] ClientComparisonRow row) => row.Standing.Rank;

    /// <summary>
    /// The best and the worst place that it may hold among the ranked clients, by the low and high ends of the same measure. Null: it is not ranked, and
    /// <c>unrankedReason</c> says why.
    /// </summary>
    public static PossibleRank? GetPossibleRank([Parent] ClientComparisonRow row) => row.Standing.PossibleRank;

    /// <summary>Why it holds no place. Null: it is ranked.</summary>
    public static UnrankedReason? GetUnrankedReason([Parent] ClientComparisonRow row) => row.Standing.Unranked;
}
