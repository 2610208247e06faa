using AgencyRoi.Campaigns;
using AgencyRoi.Channels;
using AgencyRoi.Costs;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Ledger;
using AgencyRoi.People;
using AgencyRoi.Purposes;
using AgencyRoi.Sales;
using AgencyRoi.SharedCosts;
using AgencyRoi.Streams;
using AgencyRoi.Subscriptions;
using AgencyRoi.Traffic;

namespace AgencyRoi.Comparison;

[ObjectType<FigureEntry>]
internal static class EntryQueries
{
    /// <summary>The fact behind it, as it is now: it may have been corrected since.</summary>
    public static async Task<ILedgerSource?> GetSourceAsync(
        [Parent] FigureEntry entry,
        RowById<Outcome> outcomes,
        RowById<Cost> costs,
        RowById<Sale> sales,
        RowById<Refund> refunds,
        RowById<TimeEntry> hours,
        RowById<Subscription> subscriptions,
        RowById<CostAllocation> allocations,
        OperationDatabase database,
        RowById<StreamFact> streamFacts,
        RowById<KeywordVisits> keywordVisits,
        CancellationToken cancellationToken
    ) =>
        entry.SourceKind switch
        {
            SourceKind.Outcome => await outcomes.LoadAsync(entry.SourceId, cancellationToken),
            SourceKind.Cost => await costs.LoadAsync(entry.SourceId, cancellationToken),
            SourceKind.Sale => await sales.LoadAsync(entry.SourceId, cancellationToken),
            SourceKind.TimeEntry => await OfWholeAgency.LoadAsync(entry.SourceId, hours, database, cancellationToken),
            SourceKind.KeywordVisits => await keywordVisits.LoadAsync(entry.SourceId, cancellationToken),
            >= SourceKind.Appearance and <= SourceKind.AdEfficiency => await streamFacts.LoadAsync(entry.SourceId, cancellationToken),
            SourceKind.CostAllocation => await OfWholeAgency.LoadAsync(entry.SourceId, allocations, database, cancellationToken),
            SourceKind.Subscription => await subscriptions.LoadAsync(entry.SourceId, cancellationToken),
            _ => await refunds.LoadAsync(entry.SourceId, cancellationToken),
        };

    /// <summary>The channel it belongs to; null: none.</summary>
    public static async Task<Channel?> GetChannelAsync(
        [Parent] FigureEntry entry,
        RowById<Channel> channels,
        CancellationToken cancellationToken
    ) => entry.ChannelId is { } id ? await channels.LoadAsync(id, cancellationToken) : null;

    /// <summary>The campaign it belongs to; null: none.</summary>
    public static async Task<Campaign?> GetCampaignAsync(
        [Parent] FigureEntry entry,
        RowById<Campaign> campaigns,
        CancellationToken cancellationToken
    ) => entry.CampaignId is { } id ? await campaigns.LoadAsync(id, cancellationToken) : null;

    /// <summary>The goal it belongs to; null: none.</summary>
    public static async Task<Goal?> GetGoalAsync([Parent] FigureEntry entry, RowById<Goal> goals, CancellationToken cancellationToken) =>
        entry.GoalId is { } id ? await goals.LoadAsync(id, cancellationToken) : null;
}
