using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Comparability;

/// <summary>How much of the spend has something measured to show for it. Shares are ratios of sums from 0 to 1 with six places.</summary>
internal sealed class MeasuredCoverage(MeasuredPlaces places, FigureScope scope, Money spend, Money measuredSpend) : ICountsEntries
{
    [GraphQLIgnore]
    public EntryFilter Counted => scope.Entries;

    /// <summary>All that was spent, less what was credited; where more was credited than spent, nothing. That of all clients adds up to that of the whole.</summary>
    public Money Spend => spend;

    /// <summary>The cost of places where an outcome was measured. That of all clients adds up to that of the whole.</summary>
    public Money MeasuredSpend => measuredSpend;

    /// <summary>The share of spend with a measured outcome; null when nothing was spent.</summary>
    public decimal? WithOutcomeShare => Share(place => place.HasOutcome);

    /// <summary>The share of spend with sales to show for it.</summary>
    public decimal? WithRevenueShare => Share(place => place.HasRevenue);

    /// <summary>The share of spend with value that a test or an order-level measurement proves (grades A and B).</summary>
    public decimal? WithTestShare => Share(place => place.HasTest);

    private decimal? Share(Func<MeasuredPlace, bool> isMeasured) => Coverage.Of(places.Spends(isMeasured).Select(each => each.Spend)).Value;
}

/// <summary>A gap in a client's measurement.</summary>
internal enum DataGapKind
{
    /// <summary>There is value and no cost.</summary>
    NoCost,

    /// <summary>Cost is known to be missing; <c>Client.costCompleteness</c> says which.</summary>
    CostIncomplete,

    /// <summary>Nobody has said of some categories whether there was any cost, since the client's cost is declared.</summary>
    CostUndeclared,

    /// <summary>There is cost and no value.</summary>
    NoValue,

    /// <summary>Cost that names neither channel, campaign nor goal.</summary>
    SpendWithoutPlace,

    /// <summary>Cost of a channel, campaign or goal without any value in the period.</summary>
    SpendWithoutOutcome,

    /// <summary>An active goal without any outcome in the period.</summary>
    GoalWithoutOutcome,

    /// <summary>Nothing at all in a month of the period.</summary>
    MonthWithoutEntries,
}

/// <summary>Something that is not measured.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Amount">
/// The spend that it leaves without an answer; null where it is not about spend. SPEND_WITHOUT_PLACE and SPEND_WITHOUT_OUTCOME are together the spend less
/// the measured spend.
/// </param>
/// <param name="Message">The same in one English sentence.</param>
internal sealed record DataGap(DataGapKind Kind, Money? Amount, string Message);

/// <summary>A client's coverage.</summary>
/// <param name="Client">The client.</param>
/// <param name="Coverage">How much of its spend is measured.</param>
/// <param name="Gaps">What is missing.</param>
internal sealed record ClientCoverage(Client Client, MeasuredCoverage Coverage, IReadOnlyList<DataGap> Gaps);

/// <summary>How much of the spend of many clients has something measured to show for it.</summary>
/// <param name="Whole">All clients that the comparison finds, together.</param>
/// <param name="Clients">Each of them, in the order of the rows.</param>
internal sealed record CoverageReport(
    MeasuredCoverage Whole,
    [property: ListSize(AssumedSize = 100)] IReadOnlyList<ClientCoverage> Clients
);
