using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Advertising;

/// <summary>The figures of channels, campaigns or goals of some clients: one statement for any number of them, and one for clients that are not known yet.</summary>
internal sealed class AdvertisingParts
{
    private readonly DateRange days;
    private readonly LedgerDimension dimension;
    private readonly Dictionary<ClientId, Client> clients;
    private readonly ILookup<(ClientId ClientId, Guid? PartId), AdvertisingSum> sums;

    private AdvertisingParts(DateRange days, LedgerDimension dimension, IEnumerable<Client> clients, IEnumerable<AdvertisingSum> sums)
    {
        this.days = days;
        this.dimension = dimension;
        this.clients = clients.ToDictionary(client => client.Id);
        this.sums = sums.ToLookup(sum => (sum.ClientId, sum.PartId));
    }

    public static async Task<AdvertisingParts> LoadAsync(
        IEnumerable<ClientId> clientIds,
        PeriodInput period,
        LedgerDimension dimension,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (days, ids) = (period.ToRange(), clientIds.Distinct().ToList());
        var known = await clients.LoadRequiredAsync(ids, cancellationToken);
        var sums = await database.RunAsync(
            (session, token) => AdvertisingSum.LoadAsync(session, ids, days, dimension, token),
            cancellationToken
        );
        return new(days, dimension, known, sums);
    }

    /// <summary>Those of some channels, campaigns or goals of a client together.</summary>
    public AdvertisingFigures Of(ClientId clientId, IReadOnlyCollection<Guid> ids) =>
        new(
            FigureScope.OfClient(clientId, days, Viewpoint.Client, clients[clientId].Currency).Within(dimension, ids),
            AdvertisingSum.Together(ids.SelectMany(id => sums[(clientId, id)]), inAgencyCurrency: false)
        );
}
