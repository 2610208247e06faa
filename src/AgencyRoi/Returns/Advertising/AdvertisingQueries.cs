using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Advertising;

[ExtendObjectType<Client>]
internal static partial class AdvertisingOfClient
{
    /// <summary>What advertising cost the client and brought over a period, in the client's currency: cost per click, conversion rate, ROAS and more.</summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<AdvertisingFigures>> GetAdvertisingAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var sums = await database.RunAsync(
            (session, token) =>
                AdvertisingSum.LoadAsync(session, [.. clients.Select(client => client.Id).Distinct()], days, dimension: null, token),
            cancellationToken
        );
        var byClient = sums.ToLookup(sum => sum.ClientId);
        return
        [
            .. clients.Select(client => new AdvertisingFigures(
                FigureScope.OfClient(client.Id, days, Viewpoint.Client, client.Currency),
                AdvertisingSum.Together(byClient[client.Id], inAgencyCurrency: false)
            )),
        ];
    }
}

[ExtendObjectType<Channel>]
internal static partial class AdvertisingOfChannel
{
    /// <summary>What advertising on the channel cost and brought over a period, in the client's currency.</summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<AdvertisingFigures>> GetAdvertisingAsync(
        [Parent("Id ClientId")] List<Channel> channels,
        PeriodInput period,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => PartAdvertising.LoadAsync(ClientParts.Of(channels), period, clients, database, cancellationToken);
}

[ExtendObjectType<Campaign>]
internal static partial class AdvertisingOfCampaign
{
    /// <summary>What advertising of the campaign and all campaigns below it cost and brought over a period, in the client's currency.</summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<AdvertisingFigures>> GetAdvertisingAsync(
        [Parent("Id ClientId")] List<Campaign> campaigns,
        PeriodInput period,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var parts = await ClientParts.OfAsync(campaigns, database, cancellationToken);
        return await PartAdvertising.LoadAsync(parts, period, clients, database, cancellationToken);
    }
}

[ExtendObjectType<Goal>]
internal static partial class AdvertisingOfGoal
{
    /// <summary>
    /// What advertising for the goal cost and brought over a period, in the client's currency: of cost, volume and sales that name the goal, and of its
    /// outcomes.
    /// </summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<AdvertisingFigures>> GetAdvertisingAsync(
        [Parent("Id ClientId")] List<Goal> goals,
        PeriodInput period,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => PartAdvertising.LoadAsync(ClientParts.Of(goals), period, clients, database, cancellationToken);
}
