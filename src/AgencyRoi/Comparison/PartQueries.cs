using AgencyRoi.Campaigns;
using AgencyRoi.Channels;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Purposes;

namespace AgencyRoi.Comparison;

[ObjectType<ChannelRoi>]
internal static class ChannelOfPart
{
    /// <summary>The channel; null: what belongs to none.</summary>
    public static async Task<Channel?> GetChannelAsync(
        [Parent] ChannelRoi part,
        RowById<Channel> channels,
        CancellationToken cancellationToken
    ) => part.ChannelId is { } id ? await channels.LoadAsync(id, cancellationToken) : null;
}

[ObjectType<CampaignRoi>]
internal static class CampaignOfPart
{
    /// <summary>The campaign; null: what belongs to none.</summary>
    public static async Task<Campaign?> GetCampaignAsync(
        [Parent] CampaignRoi part,
        RowById<Campaign> campaigns,
        CancellationToken cancellationToken
    ) => part.CampaignId is { } id ? await campaigns.LoadAsync(id, cancellationToken) : null;
}

[ObjectType<GoalRoi>]
internal static class GoalOfPart
{
    /// <summary>The goal; null: what belongs to none.</summary>
    public static async Task<Goal?> GetGoalAsync([Parent] GoalRoi part, RowById<Goal> goals, CancellationToken cancellationToken) =>
        part.GoalId is { } id ? await goals.LoadAsync(id, cancellationToken) : null;
}
