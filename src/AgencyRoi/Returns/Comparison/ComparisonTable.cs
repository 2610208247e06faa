using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Comparison;

/// <summary>The figures of all clients that are found, and of the groups that cut across them, rounded together.</summary>
internal sealed class ComparisonTable
{
    private readonly IReadOnlyList<FoundGroup> groups;
    private readonly ComparedTotals exact;
    private readonly ComparedTotals shown;
    private readonly Dictionary<ClientId, int> places;

    /// <param name="found">All clients that are found, in an order that does not depend on what is shown of them.</param>
    public ComparisonTable(ComparisonTotals totals, IReadOnlyList<ComparedClient> found, IReadOnlyList<FoundGroup> groups)
    {
        this.groups = groups;
        exact = new(
            totals.Totals.Exact,
            [.. found.Select(client => client.Exact)],
            [.. groups.Select(group => FourTotals.Of(group.Sums))],
            [.. found.Select(client => groups.Select(group => FourTotals.Of(group.Of(client.Client.Id))).ToList())]
        );
        var minorUnits = MinorUnits.Of(totals.Scope.CurrencyCode);
        shown = groups.Any(group => group.Split == GroupSplit.Overlapping)
            ? exact.ShownOverlapping(minorUnits)
            : exact.Shown(minorUnits, side => groups.All(group => group.Splits(side)));
        places = found.Index().ToDictionary(client => client.Item.Client.Id, client => client.Index);
        Clients = [.. found.Zip(shown.Rows, (client, amounts) => new FigureTotals(client.Exact, amounts))];
    }

    /// <summary>All of them, in the order in which they were given.</summary>
    public IReadOnlyList<FigureTotals> Clients { get; }

    /// <summary>The groups over all clients, with cells for those of a page.</summary>
    public IReadOnlyList<ComparisonGroup> GroupsOf(IReadOnlyList<ClientComparisonRow> page) =>
        [
            .. groups.Select(
                (group, place) => new ComparisonGroup(group, new(exact.Groups[place], shown.Groups[place]), [.. CellsOf(page, place)])
            ),
        ];

    private IEnumerable<ComparisonCell> CellsOf(IReadOnlyList<ClientComparisonRow> page, int group) =>
        page.Where(row => groups[group].Of(row.Client.Id).Any())
            .Select(row =>
            {
                var client = places[row.Client.Id];
                return new ComparisonCell(row.Client, groups[group], new(exact.Cells[client][group], shown.Cells[client][group]));
            });
}
