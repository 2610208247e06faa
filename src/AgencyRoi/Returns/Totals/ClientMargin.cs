using AgencyRoi.Access;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Returns.Totals;

/// <summary>The agency's margin on a client: what it keeps of the fees, in its own currency. It is never the client's return.</summary>
/// <param name="Revenue">Fees that the client paid.</param>
/// <param name="Cost">What the agency paid itself: hours, overhead, platforms, its part of shared cost.</param>
/// <param name="OverheadCost">The part of the cost that is overhead.</param>
/// <param name="Profit">Revenue less cost, as both are shown.</param>
/// <param name="ProfitBeforeOverhead">Revenue less cost without overhead, as all three are shown.</param>
/// <param name="MarginPercent">Profit in percent of revenue, six places; null without any revenue.</param>
/// <param name="MarginPercentBeforeOverhead">The same before overhead.</param>
[GraphQLName("AgencyMargin")]
internal sealed record MarginCard(
    Money? Revenue,
    Money? Cost,
    Money? OverheadCost,
    Money? Profit,
    Money? ProfitBeforeOverhead,
    decimal? MarginPercent,
    decimal? MarginPercentBeforeOverhead
) : ICountsEntries
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }
}

[ExtendObjectType<Client>]
internal static partial class ClientMargin
{
    /// <summary>The agency's own margin on the client. Closed to tokens that are restricted to clients.</summary>
    /// <param name="period">The days to count.</param>
    [Authorize(Policies.WholeAgency)]
    [BatchResolver]
    public static Task<IReadOnlyList<MarginCard>> GetAgencyMarginAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<MarginCard>>(
            async (session, token) =>
            {
                var scope = new SumScope([.. clients.Select(client => client.Id).Distinct()], period.ToRange(), Viewpoint.Agency);
                var sums = (await LedgerSums.OfAsync(session, scope, token)).ToLookup(sum => sum.ClientId);
                var currency = session.Scope.Tenant.CurrencyCode;
                return
                [
                    .. clients.Select(client =>
                        Card([.. sums[client.Id]], currency, new EntryFilter(scope with { ClientIds = [client.Id] }))
                    ),
                ];
            },
            cancellationToken
        );

    private static MarginCard Card(IReadOnlyList<LedgerSum> sums, string currency, EntryFilter counted)
    {
        var cost = Sum(sum => sum.Kind.Side == EntrySide.Cost);
        var overhead = Sum(sum => sum.Kind.Side == EntrySide.Cost && sum.Kind.CostCategory == CostCategory.Overhead);
        var margin = AgencyMargin.Of(Sum(sum => sum.Kind.Side == EntrySide.Value), cost);
        var before = AgencyMargin.Of(margin.Revenue, cost - overhead);
        var (revenue, spent, ofWhichOverhead) = (Shown(margin.Revenue), Shown(cost), Shown(overhead));
        return new(
            Revenue: revenue,
            Cost: spent,
            OverheadCost: ofWhichOverhead,
            Profit: revenue - spent,
            ProfitBeforeOverhead: revenue - spent + ofWhichOverhead,
            MarginPercent: margin.Percent.Value,
            MarginPercentBeforeOverhead: before.Percent.Value
        )
        {
            Counted = counted,
        };

        decimal Sum(Func<LedgerSum, bool> counts) => sums.Where(counts).Sum(sum => sum.Sums.Agency.Amount);
        Money Shown(decimal amount) => new Money(amount, currency).Rounded(MinorUnits.Of(currency));
    }
}
