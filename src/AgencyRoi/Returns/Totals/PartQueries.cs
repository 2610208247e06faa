using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Returns.Totals;

[ObjectType<ChannelRoi>]
internal static partial class ChannelOfPart
{
    /// <summary>The channel; null: what belongs to none.</summary>
    public static Task<Channel?> GetChannelAsync(
        [Parent] ChannelRoi part,
        RowById<Channel, ChannelId> channels,
        CancellationToken cancellationToken
    ) => channels.LoadIfReferredAsync(part.ChannelId, cancellationToken);
}

[ObjectType<CampaignRoi>]
internal static partial class CampaignOfPart
{
    /// <summary>The campaign; null: what belongs to none.</summary>
    public static Task<Campaign?> GetCampaignAsync(
        [Parent] CampaignRoi part,
        RowById<Campaign, CampaignId> campaigns,
        CancellationToken cancellationToken
    ) => campaigns.LoadIfReferredAsync(part.CampaignId, cancellationToken);
}

[ObjectType<GoalRoi>]
internal static partial class GoalOfPart
{
    /// <summary>The goal; null: what belongs to none.</summary>
    public static Task<Goal?> GetGoalAsync([Parent] GoalRoi part, RowById<Goal, GoalId> goals, CancellationToken cancellationToken) =>
        goals.LoadIfReferredAsync(part.GoalId, cancellationToken);
}
