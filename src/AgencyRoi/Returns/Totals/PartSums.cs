using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>The sums of channels, campaigns or goals of some clients: one statement for any number of them, and one for clients that are not known yet.</summary>
internal sealed class PartSums
{
    private readonly SumScope scope;
    private readonly LedgerDimension dimension;
    private readonly Dictionary<ClientId, Client> clients;
    private readonly ILookup<(ClientId ClientId, Guid? DimensionId), LedgerSum> sums;

    private PartSums(SumScope scope, LedgerDimension dimension, IEnumerable<Client> clients, IEnumerable<LedgerSum> sums)
    {
        this.scope = scope;
        this.dimension = dimension;
        this.clients = clients.ToDictionary(client => client.Id);
        this.sums = sums.ToLookup(sum => (sum.ClientId, sum.DimensionId));
    }

    public static async Task<PartSums> LoadAsync(
        IEnumerable<ClientId> clientIds,
        PeriodInput period,
        LedgerDimension dimension,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var scope = new SumScope([.. clientIds.Distinct()], period.ToRange());
        var known = await clients.LoadRequiredAsync([.. scope.ClientIds], cancellationToken);
        var sums = await database.RunAsync((session, token) => LedgerSums.ByAsync(session, scope, dimension, token), cancellationToken);
        return new PartSums(scope, dimension, known, sums);
    }

    /// <summary>What figures over these channels, campaigns or goals of a client are figures of.</summary>
    public FigureScope ScopeOf(ClientId clientId, IReadOnlyCollection<Guid> ids) =>
        FigureScope.OfClient(clientId, scope.Period, scope.Viewpoint, clients[clientId].Currency).Within(dimension, ids);

    public FigureTotals TotalsOf(ClientId clientId, IReadOnlyCollection<Guid> ids) =>
        FigureTotals.Of(ScopeOf(clientId, ids), Of(clientId, ids));

    private IEnumerable<EntrySum> Of(ClientId clientId, IReadOnlyCollection<Guid> ids) =>
        ids.SelectMany(id => sums[(clientId, id)]).Select(sum => sum.InClientCurrency);
}
