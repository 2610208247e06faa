using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.ClientGroups;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Comparison;

[QueryType]
internal static partial class CompareClients
{
    private const int MostRows = 100;

    /// <summary>
    /// All clients side by side in the agency's currency, the best return first unless another order is asked for, and by a dimension when one is given.
    /// The number of statements does not depend on how many clients there are. The agency's house account is not among them, nor are archived clients.
    /// Amounts are rounded together over all clients that the filter finds, whichever of them are shown: rows add up to the totals, groups to the totals,
    /// and cells to their row and their group, so that a row may differ by one minor unit from the client's own return, and with another dimension. By CLIENT_GROUP
    /// a client counts in each group that it is in, so that groups do not add up to the totals: each is rounded by itself, and its cells add up to it. A filter
    /// compares each client's amounts as they are rounded by themselves. A row is a whole client, so a filter sees its industry, business model and size as they
    /// were on the last day of the period, and name, currency and margin as they are today; groups see what a client was on the day of each entry. Clients of one
    /// industry by INDUSTRY may therefore show another group too: what those clients were earlier in the period.
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
    /// <param name="rankWithoutPurpose">
    /// Whether clients without a purpose that an activated goal measures are ranked too. They take part in rows, groups and totals anyhow, with figures that
    /// are marked WITHOUT_PURPOSE.
    /// </param>
    /// <param name="includeArchived">Whether clients that the agency no longer works for take part, in rows, ranks, groups and totals.</param>
    /// <param name="clientGroupIds">
    /// Groups of clients: the clients that are in any of them today take part, in rows, ranks, groups and totals, and by CLIENT_GROUP these groups alone are shown. A
    /// group that is archived or not there has no clients. Null: all clients.
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
    [CacheResponse]
    public static async Task<ClientComparison?> CompareClientsAsync(
        PeriodInput period,
        QueryContext<ClientComparisonRow> query,
        OperationDatabase database,
        Viewpoint viewpoint = Viewpoint.Client,
        ComparisonDimension? by = null,
        RoiTotal rankBy = RoiTotal.Adjusted,
        decimal minimumCost = 0m,
        decimal shrinkage = 0m,
        bool rankWithoutPurpose = false,
        bool includeArchived = false,
        [ID<ClientGroup>] IReadOnlyList<ClientGroupId>? clientGroupIds = null,
        int first = 20,
        CancellationToken cancellationToken = default
    )
    {
        if (first is < 0 or > MostRows)
            throw BadInput.Of($"first lies between 0 and {MostRows}.");
        var days = period.ToRange();
        if (minimumCost is < 0 or > AmountBounds.LargestGiven || shrinkage is < 0 or > AmountBounds.LargestGiven)
            throw BadInput.Of($"minimumCost and shrinkage are amounts, not below zero. {AmountMessages.Given}");
        var asked = new ComparisonSpecification(days, viewpoint)
        {
            By = by,
            Ranking = new(rankBy, minimumCost, shrinkage) { IncludesWithoutPurpose = rankWithoutPurpose },
            IncludesArchived = includeArchived,
            ClientGroupIds = clientGroupIds,
            First = first,
            ReadsProfiles = query.Predicate is not null,
        };
        var compared = await database.RunAsync((session, token) => ComparedSums.LoadAsync(session, asked, token), cancellationToken);
        var found = compared.Clients.FoundBy(query);
        var whole = compared.Scope.OfClients([.. found.Select(client => client.Client.Id)]);
        var totals = new ComparisonTotals(found.Count, whole, found.SelectMany(client => client.Sums).Select(sum => sum.Entries));
        var table = new ComparisonTable(totals, found, by is { } dimension ? ComparisonGroups.Of(dimension, compared.Parts, whole) : []);
        var rows = found
            .Zip(table.Clients, asked.Ranking.Of(found, totals))
            .Select(each => new ClientComparisonRow(each.First, each.Second, each.Third));
        return new ClientComparison(asked, totals, [.. rows.InOrder(query.Sorting, asked.Ranking)], table);
    }

    /// <summary>By clients alone: a filter compares each client's amounts as they are rounded by themselves.</summary>
    private static List<ComparedClient> FoundBy(this IReadOnlyList<ComparedClient> clients, QueryContext<ClientComparisonRow> query)
    {
        var byId = clients.OrderBy(client => client.Client.Id);
        if (query.Predicate is null)
            return [.. byId];
        var found = clients
            .Select(client => ClientComparisonRow.Alone(client with { Client = client.AtTheEnd }))
            .With(query with { Sorting = null })
            .Select(row => row.Client.Id)
            .ToHashSet();
        return [.. byId.Where(client => found.Contains(client.Client.Id))];
    }

    private static IEnumerable<ClientComparisonRow> InOrder(
        this IEnumerable<ClientComparisonRow> rows,
        SortDefinition<ClientComparisonRow>? order,
        RankingRule ranking
    ) =>
        order is { Operations.Count: > 0 }
            ? rows.With(new() { Sorting = order.AddAscending(row => row.Client.Name).AddAscending(row => row.Client.Id) })
            : ranking.Order(rows).ThenBy(row => row.Client.Name).ThenBy(row => row.Client.Id);
}
