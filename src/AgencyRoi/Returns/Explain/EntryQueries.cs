using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Returns.Explain;

[ObjectType<FigureEntry>]
internal static partial class EntryQueries
{
    /// <summary>The fact behind it, as it is now: it may have been corrected since.</summary>
    public static Task<ILedgerSource?> GetSourceAsync(
        [Parent] FigureEntry entry,
        LedgerSources sources,
        CancellationToken cancellationToken
    ) => sources.LoadAsync((entry.SourceKind, entry.SourceId), cancellationToken);

    /// <summary>The channel it belongs to; null: none.</summary>
    public static Task<Channel?> GetChannelAsync(
        [Parent] FigureEntry entry,
        RowById<Channel, ChannelId> channels,
        CancellationToken cancellationToken
    ) => channels.LoadIfReferredAsync(entry.ChannelId, cancellationToken);

    /// <summary>The campaign it belongs to; null: none.</summary>
    public static Task<Campaign?> GetCampaignAsync(
        [Parent] FigureEntry entry,
        RowById<Campaign, CampaignId> campaigns,
        CancellationToken cancellationToken
    ) => campaigns.LoadIfReferredAsync(entry.CampaignId, cancellationToken);

    /// <summary>The goal it belongs to; null: none.</summary>
    public static Task<Goal?> GetGoalAsync([Parent] FigureEntry entry, RowById<Goal, GoalId> goals, CancellationToken cancellationToken) =>
        goals.LoadIfReferredAsync(entry.GoalId, cancellationToken);
}
