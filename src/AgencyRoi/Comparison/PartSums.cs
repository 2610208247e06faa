using AgencyRoi.Clients;
using AgencyRoi.Completeness;
using AgencyRoi.Database;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;

namespace AgencyRoi.Comparison;

/// <summary>The sums of channels, campaigns or goals of some clients: one statement for any number of them, and one for clients that are not known yet.</summary>
internal sealed class PartSums
{
    private readonly SumScope scope;
    private readonly LedgerDimension dimension;
    private readonly Dictionary<Guid, Client> clients;
    private readonly IReadOnlySet<Guid> gaps;
    private readonly ILookup<(Guid ClientId, Guid? DimensionId), LedgerSum> sums;

    private PartSums(
        SumScope scope,
        LedgerDimension dimension,
        IEnumerable<Client> clients,
        IReadOnlySet<Guid> gaps,
        IEnumerable<LedgerSum> sums
    )
    {
        this.scope = scope;
        this.dimension = dimension;
        this.clients = clients.ToDictionary(client => client.Id);
        this.gaps = gaps;
        this.sums = sums.ToLookup(sum => (sum.ClientId, sum.DimensionId));
    }

    public static async Task<PartSums> LoadAsync(
        IEnumerable<Guid> clientIds,
        PeriodInput period,
        LedgerDimension dimension,
        RowById<Client> clients,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var scope = new SumScope([.. clientIds.Distinct()], period.ToRange());
        var known = await clients.LoadRequiredAsync([.. scope.ClientIds], cancellationToken);
        var (sums, gaps) = await database.RunAsync(
            async (session, token) =>
                (
                    await LedgerSums.ByAsync(session, scope, dimension, token),
                    await CostGaps.OfAsync(session, scope.ClientIds, scope.Period, time.GetUtcNow(), token)
                ),
            cancellationToken
        );
        return new PartSums(scope, dimension, known, gaps, sums);
    }

    /// <summary>
    /// What figures over these channels, campaigns or goals of a client are figures of. Cost that is missing is missing for the client: nobody knows which
    /// of its parts it would have belonged to.
    /// </summary>
    public FigureScope ScopeOf(Guid clientId, IReadOnlyCollection<Guid> ids) =>
        FigureScope.OfClient(clientId, scope.Period, scope.Viewpoint, clients[clientId].Currency).Within(dimension, ids) with
        {
            HasCostGaps = gaps.Contains(clientId),
        };

    public FigureTotals TotalsOf(Guid clientId, IReadOnlyCollection<Guid> ids) =>
        FigureTotals.Of(ScopeOf(clientId, ids), Of(clientId, ids));

    private IEnumerable<LineSum> Of(Guid clientId, IReadOnlyCollection<Guid> ids) =>
        ids.SelectMany(id => sums[(clientId, id)]).Select(sum => sum.InClientCurrency);
}
