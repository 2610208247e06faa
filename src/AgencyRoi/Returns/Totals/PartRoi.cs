using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;

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
        var parts = await PartSums.LoadAsync(
            channels.Select(channel => channel.ClientId),
            period,
            LedgerDimension.Channel,
            clients,
            database,
            cancellationToken
        );
        return
        [
            .. channels.Select(channel => new ChannelRoi(
                channel.Id,
                parts.ScopeOf(channel.ClientId, [channel.Id.Value]),
                parts.TotalsOf(channel.ClientId, [channel.Id.Value])
            )),
        ];
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
        var parts = await PartSums.LoadAsync(
            goals.Select(goal => goal.ClientId),
            period,
            LedgerDimension.Goal,
            clients,
            database,
            cancellationToken
        );
        return
        [
            .. goals.Select(goal => new GoalRoi(
                goal.Id,
                parts.ScopeOf(goal.ClientId, [goal.Id.Value]),
                parts.TotalsOf(goal.ClientId, [goal.Id.Value])
            )),
        ];
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
        var below = await database.RunAsync(
            (session, token) => CampaignsBelow.LoadAsync(session, [.. campaigns.Select(campaign => campaign.ClientId).Distinct()], token),
            cancellationToken
        );
        var parts = await PartSums.LoadAsync(
            campaigns.Select(campaign => campaign.ClientId),
            period,
            LedgerDimension.Campaign,
            clients,
            database,
            cancellationToken
        );
        return
        [
            .. campaigns.Select(campaign =>
            {
                var tree = below.With(campaign.Id).ToGuids();
                return new CampaignRoi(campaign.Id, parts.ScopeOf(campaign.ClientId, tree), parts.TotalsOf(campaign.ClientId, tree));
            }),
        ];
    }
}
