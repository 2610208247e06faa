using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Returns.Figures;

/// <summary>Channels, campaigns or goals of some clients, over each of which a figure is asked for; a campaign stands for all below it too.</summary>
internal sealed class ClientParts
{
    private readonly IReadOnlyList<(ClientId ClientId, IReadOnlyCollection<Guid> Ids)> parts;

    private ClientParts(LedgerDimension dimension, IEnumerable<(ClientId, IReadOnlyCollection<Guid>)> parts) =>
        (Dimension, this.parts) = (dimension, [.. parts]);

    public LedgerDimension Dimension { get; }

    public IReadOnlyList<ClientId> ClientIds => [.. parts.Select(part => part.ClientId).Distinct()];

    public static ClientParts Of(IEnumerable<Channel> channels) =>
        new(LedgerDimension.Channel, channels.Select(channel => (channel.ClientId, (IReadOnlyCollection<Guid>)[channel.Id.Value])));

    public static ClientParts Of(IEnumerable<Goal> goals) =>
        new(LedgerDimension.Goal, goals.Select(goal => (goal.ClientId, (IReadOnlyCollection<Guid>)[goal.Id.Value])));

    /// <summary>One statement finds what lies below the campaigns.</summary>
    public static async Task<ClientParts> OfAsync(
        IReadOnlyList<Campaign> campaigns,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients = [.. campaigns.Select(campaign => campaign.ClientId).Distinct()];
        var below = await database.RunAsync((session, token) => CampaignsBelow.LoadAsync(session, clients, token), cancellationToken);
        return new(
            LedgerDimension.Campaign,
            campaigns.Select(campaign => (campaign.ClientId, (IReadOnlyCollection<Guid>)below.With(campaign.Id).ToGuids()))
        );
    }

    /// <summary>What the figures over each of them are figures of, in the client's currency.</summary>
    public async Task<IReadOnlyList<FigureScope>> ScopesAsync(
        DateRange days,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var known = (await clients.LoadRequiredAsync(ClientIds, cancellationToken)).ToDictionary(client => client.Id);
        return
        [
            .. parts.Select(part =>
                FigureScope.OfClient(part.ClientId, days, Viewpoint.Client, known[part.ClientId].Currency).Within(Dimension, part.Ids)
            ),
        ];
    }

    /// <summary>Of sums by part those of each.</summary>
    public IEnumerable<IEnumerable<T>> Each<T>(ILookup<(ClientId ClientId, Guid? PartId), T> sums) =>
        parts.Select(part => part.Ids.SelectMany(id => sums[(part.ClientId, id)]));
}
