using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

[ExtendObjectType<Channel>]
internal static partial class RoiOfChannel
{
    /// <summary>The value and cost of the channel over a period, in the client's currency.</summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<ChannelRoi>> GetRoiAsync(
        [Parent("Id ClientId")] List<Channel> channels,
        PeriodInput period,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var totals = await PartTotals.LoadAsync(ClientParts.Of(channels), period, clients, database, cancellationToken);
        return [.. channels.Zip(totals, (channel, part) => new ChannelRoi(channel.Id, part.Scope, part.Totals))];
    }
}

[ExtendObjectType<Goal>]
internal static partial class RoiOfGoal
{
    /// <summary>The value and cost of the goal over a period, in the client's currency.</summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<GoalRoi>> GetRoiAsync(
        [Parent("Id ClientId")] List<Goal> goals,
        PeriodInput period,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var totals = await PartTotals.LoadAsync(ClientParts.Of(goals), period, clients, database, cancellationToken);
        return [.. goals.Zip(totals, (goal, part) => new GoalRoi(goal.Id, part.Scope, part.Totals))];
    }
}

[ExtendObjectType<Campaign>]
internal static partial class RoiOfCampaign
{
    /// <summary>The value and cost of the campaign and all campaigns below it over a period, in the client's currency.</summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<CampaignRoi>> GetRoiAsync(
        [Parent("Id ClientId")] List<Campaign> campaigns,
        PeriodInput period,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var parts = await ClientParts.OfAsync(campaigns, database, cancellationToken);
        var totals = await PartTotals.LoadAsync(parts, period, clients, database, cancellationToken);
        return [.. campaigns.Zip(totals, (campaign, part) => new CampaignRoi(campaign.Id, part.Scope, part.Totals))];
    }
}
