using AgencyRoi.Metrics.Comparison;

namespace AgencyRoi.Returns.Comparison;

/// <summary>The figures of all clients that are found, and of the groups that cut across them, rounded together.</summary>
internal sealed class ComparisonTable
{
    private readonly IReadOnlyList<FoundGroup> groups;
    private readonly ComparedTotals exact;
    private readonly ComparedTotals shown;
    private readonly Dictionary<Guid, int> places;

    /// <param name="alone">All clients that are found, in an order that does not depend on what is shown of them.</param>
    public ComparisonTable(ComparisonTotals totals, IReadOnlyList<ClientComparisonRow> alone, IReadOnlyList<FoundGroup> groups)
    {
        this.groups = groups;
        exact = new(
            totals.Totals.Exact,
            [.. alone.Select(row => row.Totals.Exact)],
            [.. groups.Select(group => FourTotals.Of(group.Sums))],
            [.. alone.Select(row => groups.Select(group => FourTotals.Of(group.Of(row.Client.Id))).ToList())]
        );
        shown = exact.Shown(MinorUnits.Of(totals.Scope.CurrencyCode), side => groups.All(group => group.Splits(side)));
        places = alone.Index().ToDictionary(row => row.Item.Client.Id, row => row.Index);
        Rows = [.. alone.Zip(shown.Rows, (row, amounts) => row.ShownAs(amounts))];
    }

    /// <summary>All of them, in the order in which they were given.</summary>
    public IReadOnlyList<ClientComparisonRow> Rows { get; }

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
