using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Completeness;
using AgencyRoi.Returns.Figures;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Returns.Comparison;

[QueryType]
internal static partial class CompareClients
{
    private const int MostRows = 100;

    /// <summary>
    /// All clients side by side in the agency's currency, the best return first unless another order is asked for, and by a dimension when one is given.
    /// The number of statements does not depend on how many clients there are. The agency's house account is not among them, nor are archived clients.
    /// Amounts are rounded together over all clients that the filter finds, whichever of them are shown: rows add up to the totals, groups to the totals,
    /// and cells to their row and their group, so that a row may differ by one minor unit from the client's own return, and with another dimension. A filter
    /// compares each client's amounts as they are rounded by themselves.
    /// </summary>
    /// <param name="period">The days to compare, in each client's own time zone.</param>
    /// <param name="viewpoint">Whose return: the clients' on what they paid, or the agency's margin.</param>
    /// <param name="by">What to group by besides; null: nothing.</param>
    /// <param name="rankBy">
    /// The total whose return decides the rank, the possible ranks and, where no <c>order</c> is given, the order. Another order shows the rows in another
    /// way and changes nobody's rank.
    /// </param>
    /// <param name="minimumCost">In the agency's currency: clients that spent less are not ranked.</param>
    /// <param name="shrinkage">
    /// In the agency's currency: for order, rank and possible ranks, and only there, a client that spent this much stands half way between its own return
    /// and that of all together; one that spent less, nearer to all. 0: each by its own.
    /// </param>
    /// <param name="includeArchived">Whether clients that the agency no longer works for take part, in rows, ranks, groups and totals.</param>
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
        bool includeArchived = false,
        int first = 20,
        CancellationToken cancellationToken = default
    )
    {
        if (first is < 0 or > MostRows)
            throw BadInput.Of($"first lies between 0 and {MostRows}.");
        var days = period.ToRange();
        if (minimumCost is < 0 or > AmountBounds.LargestGiven || shrinkage is < 0 or > AmountBounds.LargestGiven)
            throw BadInput.Of($"minimumCost and shrinkage are amounts, not below zero. {AmountMessages.Given}");
        var compared = new Compared(days, viewpoint, includeArchived);
        var (currency, clients, sums, gaps, parts) = await database.RunAsync(
            (session, token) => LoadAsync(session, compared, by, time.GetUtcNow(), token),
            cancellationToken
        );

        var alone = clients
            .Select(client =>
                ClientComparisonRow.Alone(
                    client,
                    ScopeOf([client.Id]),
                    [.. sums[client.Id]],
                    missing: [.. gaps.Missing(client.Id, days)],
                    undeclared: [.. gaps.Undeclared(client.Id, days)]
                )
            )
            .With(query with { Sorting = null })
            .OrderBy(row => row.Client.Id)
            .ToList();
        var whole = ScopeOf([.. alone.Select(row => row.Client.Id)]);
        var totals = new ComparisonTotals(alone.Count, whole, alone.SelectMany(row => row.Sums).Select(whole.Of));
        var table = new ComparisonTable(totals, alone, by is { } dimension ? ComparisonGroups.Of(dimension, parts, whole) : []);
        var asked = query.Sorting ?? SortDefinition<ClientComparisonRow>.Empty;
        var found = table
            .Rows.With(new() { Sorting = asked.AddAscending(row => row.Client.Name).AddAscending(row => row.Client.Id) })
            .ToList();
        var rule = new RankingRule(rankBy, minimumCost, shrinkage);
        rule.Apply(found, totals);
        if (asked.Operations.Count == 0)
            found = [.. rule.Order(found)];
        var shown = found.Take(first).ToList();
        return new ClientComparison(days, viewpoint, currency, shown, table.GroupsOf(shown), totals, found);

        FigureScope ScopeOf(IReadOnlyCollection<Guid> ids) =>
            new(new EntryFilter(new SumScope(ids, days, viewpoint)), currency, InAgencyCurrency: true);
    }

    /// <summary>Whom to load, and what of them.</summary>
    private sealed record Compared(DateRange Days, Viewpoint Viewpoint, bool IncludeArchived);

    private static async Task<(
        string Currency,
        List<Client> Clients,
        ILookup<Guid, LedgerSum> Sums,
        CostGaps Gaps,
        IReadOnlyList<GroupPart> Parts
    )> LoadAsync(
        DatabaseSession session,
        Compared compared,
        ComparisonDimension? by,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (days, viewpoint, includeArchived) = compared;
        var clients = await session
            .Db.Set<Client>()
            .Where(client => client.Kind == ClientKind.Client && (includeArchived || client.ArchivedAt == null))
            .ToListAsync(cancellationToken);
        var scope = new SumScope([.. clients.Select(client => client.Id)], days, viewpoint);
        var sums = await LedgerSums.OfAsync(session, scope, cancellationToken);
        var gaps = await CostGaps.LoadAsync(session, scope.ClientIds, days, viewpoint, now, cancellationToken);
        var parts = by is { } dimension ? await new GroupParts(session, scope, clients, sums).ByAsync(dimension, cancellationToken) : [];
        return (session.Scope.Tenant.CurrencyCode, clients, sums.ToLookup(sum => sum.ClientId), gaps, parts);
    }
}
