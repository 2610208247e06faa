using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.ClientGroups;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Funnels;

/// <summary>Funnels of clients side by side, their cost in the agency's currency.</summary>
internal sealed class FunnelComparison(ClientFunnel all, IReadOnlyList<FunnelComparisonRow> rows)
{
    internal IReadOnlyList<FunnelComparisonRow> Found => rows;

    /// <summary>How many clients they are.</summary>
    public int ClientCount => rows.Count;

    /// <summary>All of them together, and not only those that are shown: its rates are ratios of the sums, never means of the clients' rates.</summary>
    public ClientFunnel All => all;
}

/// <summary>A client in a comparison of funnels.</summary>
/// <param name="Client">The client.</param>
/// <param name="Funnel">
/// Its funnel. Whether its rates differ from those of another client is told by their intervals alone: where these overlap, nobody knows.
/// </param>
internal sealed record FunnelComparisonRow(Client Client, ClientFunnel Funnel);

[QueryType]
internal static partial class CompareFunnels
{
    /// <summary>
    /// The funnels of all clients that you see side by side, and of all of them together. The number of statements does not depend on how many clients there are. The
    /// agency's house account is not among them, nor are archived clients. Costs are rounded together, so that the rows add up to the whole.
    /// </summary>
    /// <param name="period">The days in which contacts entered the steps, in each client's own time zone.</param>
    /// <param name="clientGroupIds">Groups of clients: the clients that are in any of them today. Null: all clients.</param>
    /// <param name="includeArchived">Whether clients that the agency no longer works for are among them.</param>
    [CacheResponse]
    public static Task<FunnelComparison?> CompareFunnelsAsync(
        PeriodInput period,
        OperationDatabase database,
        [ID<ClientGroup>] IReadOnlyList<ClientGroupId>? clientGroupIds = null,
        bool includeArchived = false,
        CancellationToken cancellationToken = default
    )
    {
        var days = period.ToRange();
        return database.RunAsync<FunnelComparison?>(
            async (session, token) =>
            {
                var taking = session
                    .Db.Set<Client>()
                    .Where(client => client.Kind == ClientKind.Client && (includeArchived || client.ArchivedAt == null));
                if (clientGroupIds is { } groups)
                    taking = taking.Where(client => GroupMemberships.ClientsOf(session, groups).Contains(client.Id));
                return await OfAsync(session, await taking.ToListAsync(token), days, token);
            },
            cancellationToken
        );
    }

    private static async Task<FunnelComparison> OfAsync(
        DatabaseSession session,
        IReadOnlyList<Client> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var sums = new SumScope([.. clients.Select(client => client.Id)], days);
        var batch = new QueryBatch();
        var (read, summed) = (batch.Add(FunnelCounts.Query(session, sums)), batch.Add(PeriodSums.Of(session, sums)));
        await batch.RunAsync(session, cancellationToken);
        var counts = read.Value.ToLookup(count => count.ClientId);
        var costs = summed.Value.ToLookup(sum => sum.ClientId, sum => sum.InAgencyCurrency);
        var scope = new FigureScope(new EntryFilter(sums), session.Scope.Tenant.CurrencyCode, InAgencyCurrency: true);
        var parts = clients.Select(client => FunnelPart.Of(counts[client.Id], FourTotals.Of(costs[client.Id]).Cost)).ToList();
        var all = new ClientFunnel(scope, FunnelPart.Of(counts.SelectMany(count => count), parts.Sum(part => part.Cost)));
        var shown = LargestRemainder.RoundTo(all.Cost.Amount, parts.ConvertAll(part => part.Cost), MinorUnits.Of(scope.CurrencyCode));
        return new(
            all,
            [
                .. clients.Select(
                    (client, i) => new FunnelComparisonRow(client, new(scope.OfClient(client.Id), parts[i]) { ShownCost = shown[i] })
                ),
            ]
        );
    }
}

[ObjectType<FunnelComparison>]
internal static partial class RowsOfComparison
{
    /// <summary>The clients, by name.</summary>
    [UsePaging(ConnectionName = "funnelComparisonRows")]
    public static KeyedList<FunnelComparisonRow> GetRows([Parent] FunnelComparison comparison) =>
        KeyedList.Of("funnels", comparison.Found.Select(row => ((row.Client.Name, row.Client.Id.Value), row)));
}
