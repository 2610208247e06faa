using AgencyRoi.Clients;
using AgencyRoi.Completeness;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Comparison;

[QueryType]
internal static class CompareClients
{
    private const int MostRows = 100;

    /// <summary>
    /// All clients side by side in the agency's currency, the best return on all adjusted value first unless another order is asked for, and by
    /// a dimension when one is given. The number of statements does not depend on how many clients there are. The agency's house account is
    /// not among them.
    /// </summary>
    /// <param name="period">The days to compare, in each client's own time zone.</param>
    /// <param name="viewpoint">Whose return: the clients' on what they paid, or the agency's margin.</param>
    /// <param name="by">What to group by besides; null: nothing.</param>
    /// <param name="rankBy">The total whose low and high ends decide the possible ranks.</param>
    /// <param name="minimumCost">In the agency's currency: clients that spent less are not ranked.</param>
    /// <param name="shrinkage">
    /// In the agency's currency: for the possible ranks, and only there, a client that spent this much stands half way between its own return and that
    /// of all together; one that spent less, nearer to all. 0: each by its own.
    /// </param>
    /// <param name="first">How many rows to show, at most 100; the totals are over all clients that the filter finds.</param>
    [ListSize(
        SlicingArguments = ["first"],
        SlicingArgumentDefaultValue = 20,
        SizedFields = ["rows"],
        AssumedSize = MostRows,
        RequireOneSlicingArgument = false
    )]
    [UseFiltering]
    [UseSorting]
    public static async Task<ClientComparison> CompareClientsAsync(
        PeriodInput period,
        QueryContext<ClientComparisonRow> query,
        OperationDatabase database,
        TimeProvider time,
        Viewpoint viewpoint = Viewpoint.Client,
        ComparisonDimension? by = null,
        RoiTotal rankBy = RoiTotal.Adjusted,
        decimal minimumCost = 0m,
        decimal shrinkage = 0m,
        int first = 20,
        CancellationToken cancellationToken = default
    )
    {
        if (first is < 0 or > MostRows)
            throw BadInput.Of($"first lies between 0 and {MostRows}.");
        var days = period.ToRange();
        if (minimumCost < 0 || shrinkage < 0)
            throw BadInput.Of("minimumCost and shrinkage are not below zero.");
        var (currency, clients, sums, gaps, parts) = await database.RunAsync(
            (session, token) => LoadAsync(session, days, viewpoint, by, time.GetUtcNow(), token),
            cancellationToken
        );

        var rows = clients.Select(client =>
        {
            var scope = ScopeOf([client.Id]);
            return new ClientComparisonRow(client, scope, [.. sums[client.Id]]);
        });
        var order = query.Sorting is { Operations.Count: > 0 } asked
            ? asked
            : SortDefinition<ClientComparisonRow>.Empty.AddDescending(row => row.Adjusted.RoiPercent);
        var found = rows.With(query with { Sorting = order.AddAscending(row => row.Client.Name).AddAscending(row => row.Client.Id) })
            .ToList();
        Ranking.Apply(found, order);
        var whole = ScopeOf([.. found.Select(row => row.Client.Id)]);
        var totals = new ComparisonTotals(found.Count, whole, found.SelectMany(row => row.Sums).Select(whole.Of));
        new RankingRule(rankBy, minimumCost, shrinkage).Apply(found, totals);
        var shown = found.Take(first).ToList();
        var groups = by is { } dimension ? ComparisonGroups.Of(dimension, parts, whole, found, shown) : [];
        return new ClientComparison(days, viewpoint, currency, shown, groups, totals, found);

        FigureScope ScopeOf(IReadOnlyCollection<Guid> ids) =>
            new(new EntryFilter(new SumScope(ids, days, viewpoint)), currency, InAgencyCurrency: true)
            {
                HasCostGaps = ids.Any(gaps.Contains),
            };
    }

    private static async Task<(
        string Currency,
        List<Client> Clients,
        ILookup<Guid, LedgerSum> Sums,
        IReadOnlySet<Guid> Gaps,
        IReadOnlyList<GroupPart> Parts
    )> LoadAsync(
        DatabaseSession session,
        DateRange days,
        Viewpoint viewpoint,
        ComparisonDimension? by,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var clients = await session.Db.Set<Client>().Where(client => client.Kind == ClientKind.Client).ToListAsync(cancellationToken);
        var scope = new SumScope([.. clients.Select(client => client.Id)], days, viewpoint);
        var sums = await LedgerSums.OfAsync(session, scope, cancellationToken);
        var gaps = await CostGaps.OfAsync(session, scope.ClientIds, days, now, cancellationToken);
        var parts = by is { } dimension ? await new GroupParts(session, scope, clients, sums).ByAsync(dimension, cancellationToken) : [];
        return (session.Scope.Tenant.CurrencyCode, clients, sums.ToLookup(sum => sum.ClientId), gaps, parts);
    }
}
