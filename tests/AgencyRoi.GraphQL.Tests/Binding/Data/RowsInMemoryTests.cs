using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.GraphQL.Tests.Binding.Data;

/// <summary>Rows in memory are filtered and ordered as a statement would do it.</summary>
public sealed class RowsInMemoryTests
{
    private static readonly IReadOnlyList<Row> Rows =
    [
        new(1, 5m, "b"),
        new(2, null, "a"),
        new(3, 7m, "a"),
        new(4, 5m, "a"),
        new(5, null, "b"),
    ];

    [Fact]
    public void Nulls_are_last_in_both_directions_and_the_next_key_decides_between_equals()
    {
        Assert.Equal([4, 1, 3, 2, 5], Ordered(SortDefinition<Row>.Empty.AddAscending(row => row.Amount).AddAscending(row => row.Name)));
        Assert.Equal([3, 1, 4, 5, 2], Ordered(SortDefinition<Row>.Empty.AddDescending(row => row.Amount).AddDescending(row => row.Name)));
    }

    [Fact]
    public void Without_an_order_the_rows_keep_theirs() => Assert.Equal([1, 2, 3, 4, 5], Ordered(null));

    [Fact]
    public void A_filter_lets_through_what_it_finds() =>
        Assert.Equal([1, 3, 4], Rows.With(new QueryContext<Row>(Predicate: row => row.Amount != null)).Select(row => row.Id));

    private static IEnumerable<int> Ordered(SortDefinition<Row>? order) =>
        Rows.With(new QueryContext<Row>(Sorting: order)).Select(row => row.Id);

    internal sealed record Row(int Id, decimal? Amount, string Name);
}
