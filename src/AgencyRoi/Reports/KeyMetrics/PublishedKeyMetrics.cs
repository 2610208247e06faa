using System.Diagnostics;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Reports.Periods;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.KeyMetrics;

/// <summary>A figure that a client is shown first, as it was reported for published months.</summary>
/// <param name="Choice">What it is.</param>
/// <param name="Unit">What its values are in.</param>
/// <param name="Current">In the period.</param>
/// <param name="Previous">In as many months before.</param>
/// <param name="PreviousPeriod">The days of the period before.</param>
[Portal]
internal sealed record ReportedKeyMetric(
    KeyMetricChoice Choice,
    KeyMetricUnit Unit,
    ReportedKeyMetricFigure Current,
    ReportedKeyMetricFigure Previous,
    Period PreviousPeriod
);

/// <summary>A key metric as it was reported: an amount where its unit is MONEY, and otherwise a value; or the reason why there is neither.</summary>
/// <param name="Value">Six places at most. Null: the unit is MONEY, or it is not defined.</param>
/// <param name="Amount">Null: the unit is not MONEY, or it is not defined.</param>
/// <param name="UndefinedReason">Why it is not defined. Null: it is.</param>
[Portal]
internal sealed record ReportedKeyMetricFigure(decimal? Value, Money? Amount, KeyMetricUndefinedReason? UndefinedReason) : IReportsEntries
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }

    public static ReportedKeyMetricFigure Of(ReportedRoi? reported, KeyMetricChoice choice, EntryFilter counted)
    {
        // Closings hold cost and value alone: clicks and units of today are no published figures.
        if (reported is null || !choice.Metric.IsOfReturn())
            return new(null, null, KeyMetricUndefinedReason.NotPublished) { Counted = counted };
        IReturnFigure figure = choice.Total switch
        {
            RoiTotal.Direct => reported.Direct,
            RoiTotal.DirectAndAssisted => reported.DirectAndAssisted,
            RoiTotal.Adjusted => reported.Adjusted,
            // Without a total it is the cost, which is the same in all four.
            RoiTotal.Unadjusted or null => reported.Unadjusted,
            _ => throw new UnreachableException($"{choice.Total} is no total."),
        };
        var (value, amount, reason) = KeyMetricReturn.Of(figure, reported.Cost, choice.Metric);
        return new(value, amount, reason) { Counted = counted };
    }
}

[ExtendObjectType<Client>]
internal static partial class PublishedKeyMetrics
{
    /// <summary>
    /// The few figures that the agency shows first, in their order, as they were reported for months that it published. What no closing reports, such as ratios of
    /// clicks and the progress of goals, is NOT_PUBLISHED, and so is each figure of a period that does not consist of published months.
    /// </summary>
    /// <param name="period">The first day of a month to the first day of a later one.</param>
    [PortalOnly]
    [GraphQLName("keyMetrics")]
    [ListSize(AssumedSize = 7)]
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<ReportedKeyMetric>>> GetPublishedKeyMetricsAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var before = days.Preceding();
        return database.RunAsync<IReadOnlyList<IReadOnlyList<ReportedKeyMetric>>>(
            async (session, token) =>
            {
                var chosen = await KeyMetricChoices.OfClientsAsync(session, clients.Select(client => client.Id), token);
                var current = await PublishedReturn.OfClientsAsync(session, clients, days, token);
                var previous = await PublishedReturn.OfClientsAsync(session, clients, before, token);
                return
                [
                    .. clients.Select(
                        (client, i) => chosen[client.Id].Select(choice => Shown(client, choice, current[i], previous[i])).ToList()
                    ),
                ];
            },
            cancellationToken
        );

        ReportedKeyMetric Shown(Client client, KeyMetricChoice choice, ReportedRoi? current, ReportedRoi? previous) =>
            new(
                choice,
                KeyMetricCodes.UnitOf(choice.Metric),
                Current: ReportedKeyMetricFigure.Of(current, choice, Counted(client, choice, days)),
                Previous: ReportedKeyMetricFigure.Of(previous, choice, Counted(client, choice, before)),
                new(before.From, before.To)
            );

        static EntryFilter Counted(Client client, KeyMetricChoice choice, DateRange days) =>
            FigureScope.OfClient(client.Id, days, Viewpoint.Client, client.Currency).Counted(choice.Total ?? RoiTotal.Unadjusted);
    }
}
