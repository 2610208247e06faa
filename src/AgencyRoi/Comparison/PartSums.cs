using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Comparison;

/// <summary>The sums of channels, campaigns or goals of some clients, in two statements for any number of them.</summary>
internal sealed class PartSums
{
    private readonly SumScope scope;
    private readonly LedgerDimension dimension;
    private readonly Dictionary<Guid, string> currencies;
    private readonly ILookup<(Guid ClientId, Guid? DimensionId), LedgerSum> sums;

    private PartSums(SumScope scope, LedgerDimension dimension, Dictionary<Guid, string> currencies, IEnumerable<LedgerSum> sums)
    {
        this.scope = scope;
        this.dimension = dimension;
        this.currencies = currencies;
        this.sums = sums.ToLookup(sum => (sum.ClientId, sum.DimensionId));
    }

    public static Task<PartSums> LoadAsync(
        IEnumerable<Guid> clientIds,
        PeriodInput period,
        LedgerDimension dimension,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var scope = new SumScope([.. clientIds.Distinct()], period.ToRange());
        return database.RunAsync(
            async (session, token) =>
            {
                var currencies = await session
                    .Db.Set<Client>()
                    .Where(client => scope.ClientIds.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, client => client.Currency, token);
                return new PartSums(scope, dimension, currencies, await LedgerSums.ByAsync(session, scope, dimension, token));
            },
            cancellationToken
        );
    }

    /// <summary>What figures over these channels, campaigns or goals of a client are figures of.</summary>
    public FigureScope ScopeOf(Guid clientId, IReadOnlyCollection<Guid> ids) =>
        FigureScope.OfClient(clientId, scope.Period, scope.Viewpoint, currencies[clientId]).Within(dimension, ids);

    public IEnumerable<LineSum> Of(Guid clientId, IReadOnlyCollection<Guid> ids) =>
        ids.SelectMany(id => sums[(clientId, id)]).Select(sum => sum.InClientCurrency);
}
