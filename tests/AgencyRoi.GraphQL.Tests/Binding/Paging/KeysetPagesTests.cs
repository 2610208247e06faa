using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Tests.Binding.Paging;

public sealed class KeysetPagesTests
{
    private enum Kind
    {
        Zebra,
        Ape,
        Mouse,
    }

    private sealed record Row(Guid Id, string? Name, int? Number, bool Flag, Kind Kind, Kind? Other, decimal Amount);

    /// <summary>The orders of the property below, each in LINQ and as the comparison it must equal.</summary>
    private static readonly (Func<IQueryable<Row>, IQueryable<Row>> Query, Func<Row, object?>[] Keys, bool[] Ascending)[] Orders =
    [
        (rows => rows, [], []),
        (rows => rows.OrderBy(row => row.Name), [row => row.Name], [true]),
        (rows => rows.OrderByDescending(row => row.Name), [row => row.Name], [false]),
        (rows => rows.OrderBy(row => row.Number).ThenByDescending(row => row.Name), [row => row.Number, row => row.Name], [true, false]),
        (rows => rows.OrderByDescending(row => row.Flag).ThenBy(row => row.Number), [row => row.Flag, row => row.Number], [false, true]),
        (
            rows => rows.OrderBy(row => row.Kind).ThenByDescending(row => row.Other),
            [row => (int)row.Kind, row => (int?)row.Other],
            [true, false]
        ),
        (
            rows => rows.OrderBy(row => row.Flag).OrderByDescending(row => row.Amount).Where(row => row.Amount >= 0),
            [row => row.Amount],
            [false]
        ),
    ];

    public static TheoryData<int, int> OrdersAndSeeds()
    {
        var data = new TheoryData<int, int>();
        for (var order = 0; order < Orders.Length; order++)
        {
            for (var seed = 0; seed < 4; seed++)
                data.Add(order, seed);
        }
        return data;
    }

    [Theory, MemberData(nameof(OrdersAndSeeds))]
    public async Task Pages_forward_and_backward_visit_every_row_once_and_in_order(int order, int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, random.Next(0, 20)).Select(_ => RandomRow(random)).ToList();
        var (query, keys, ascending) = Orders[order];
        var expected = Sorted(rows, keys, ascending).Select(row => row.Id).ToList();
        var size = random.Next(1, 6);

        Assert.Equal(expected, await WalkAsync(query(rows.AsQueryable()), size, backward: false));
        Assert.Equal(expected, await WalkAsync(query(rows.AsQueryable()), size, backward: true));
    }

    [Fact]
    public async Task The_pages_of_many_parents_are_those_of_each_alone()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 60).Select(_ => RandomRow(random)).ToList();
        var ordered = rows.AsQueryable().OrderByDescending(row => row.Name);
        var paging = new PagingArguments(First: 3) { IncludeTotalCount = true };

        var pages = await ordered.ToBatchPageAsync(row => row.Kind, [Kind.Ape, Kind.Zebra], paging);

        Assert.Equal([Kind.Zebra, Kind.Ape], pages.Keys.Order());
        foreach (var (kind, page) in pages)
        {
            var alone = await ordered.Where(row => row.Kind == kind).ToPageAsync(paging);
            Assert.Equal(alone.Items, page.Items);
            Assert.Equal(alone.TotalCount, page.TotalCount);
            Assert.Equal(alone.HasNextPage, page.HasNextPage);
        }
    }

    [Fact]
    public async Task A_parent_without_rows_has_an_empty_page()
    {
        var pages = await Array.Empty<Row>().AsQueryable().ToBatchPageAsync(row => row.Kind, [Kind.Ape], new PagingArguments(First: 3));

        Assert.Empty(Assert.Single(pages).Value);
    }

    [Fact]
    public async Task A_row_between_two_pages_that_is_deleted_or_added_moves_no_other()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 6).Select(_ => RandomRow(random)).ToList();
        var sorted = Sorted(rows, [], []);
        var first = await rows.AsQueryable().ToPageAsync(new PagingArguments(First: 3));
        rows.Remove(sorted[0]);

        var second = await rows.AsQueryable().ToPageAsync(new PagingArguments(First: 3, After: first.CreateCursor(first[2])));

        Assert.Equal(sorted[3..], second.Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MA==")]
    [InlineData("garbage")]
    [InlineData("@@@@")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Garbage_is_no_cursor(string cursor)
    {
        var refused = await Assert.ThrowsAsync<GraphQLException>(async () =>
            await Array.Empty<Row>().AsQueryable().ToPageAsync(new PagingArguments(First: 1, After: cursor))
        );

        Assert.Equal("BAD_CURSOR", Assert.Single(refused.Errors).Code);
    }

    [Fact]
    public async Task A_damaged_cursor_is_refused_and_never_crashes()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 5).Select(_ => RandomRow(random)).ToList().AsQueryable().OrderBy(row => row.Name);
        var page = await rows.ToPageAsync(new PagingArguments(First: 2));
        var cursor = page.CreateCursor(page[0]);

        for (var i = 0; i < 200; i++)
        {
            var damaged = cursor.ToCharArray();
            damaged[random.Next(damaged.Length)] = (char)random.Next(32, 127);
            try
            {
                await rows.ToPageAsync(new PagingArguments(First: 2, After: new string(damaged)));
            }
            catch (GraphQLException refused)
            {
                Assert.Equal("BAD_CURSOR", Assert.Single(refused.Errors).Code);
            }
        }
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_order_and_its_scope()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 5).Select(_ => RandomRow(random)).ToList().AsQueryable();
        var page = await rows.OrderBy(row => row.Name).ToPageAsync(new PagingArguments(First: 2) { Scope = "a" });
        var cursor = page.CreateCursor(page[0]);

        await Assert.ThrowsAsync<GraphQLException>(async () =>
            await rows.OrderByDescending(row => row.Name).ToPageAsync(new(First: 2, After: cursor) { Scope = "a" })
        );
        await Assert.ThrowsAsync<GraphQLException>(async () =>
            await rows.OrderBy(row => row.Name).ToPageAsync(new(First: 2, After: cursor) { Scope = "b" })
        );
        Assert.NotNull(await rows.OrderBy(row => row.Name).ToPageAsync(new(First: 2, After: cursor) { Scope = "a" }));
    }

    [Fact]
    public async Task Rows_without_an_Id_need_an_order() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await new[] { "a" }.AsQueryable().ToPageAsync(new PagingArguments(First: 1))
        );

    private static async Task<List<Guid>> WalkAsync(IQueryable<Row> rows, int size, bool backward)
    {
        var visited = new List<Guid>();
        string? cursor = null;
        while (true)
        {
            var arguments = backward ? new PagingArguments(Last: size, Before: cursor) : new PagingArguments(First: size, After: cursor);
            var page = await rows.ToPageAsync(arguments with { IncludeTotalCount = true });
            Assert.Equal(rows.Count(), page.TotalCount);
            visited.InsertRange(backward ? 0 : visited.Count, page.Select(row => row.Id));
            Assert.Equal(cursor is not null, backward ? page.HasNextPage : page.HasPreviousPage);
            if (!(backward ? page.HasPreviousPage : page.HasNextPage))
                return visited;
            cursor = page.CreateCursor(backward ? page[0] : page[^1]);
        }
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public async Task A_first_page_in_two_halves_is_the_page_that_is_read_in_one(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 20).Select(_ => RandomRow(random)).ToArray().AsQueryable();
        var halves = new FirstPages<Row>(SortDefinition<Row>.Empty.AddDescending(row => row.Number).AddAscending(row => row.Name));
        var ordered = rows.OrderByDescending(row => row.Number).ThenBy(row => row.Name);
        var paging = new PagingArguments(First: random.Next(1, 30)) { Scope = "a list" };

        AssertSame(await ordered.ToPageAsync(paging), halves.PagesOf(paging)([.. halves.Rows(rows, paging)]));

        Kind[] kinds = [Kind.Mouse, Kind.Ape];
        var whole = await ordered.ToBatchPageAsync(row => row.Kind, kinds, paging);
        var ofEach = halves.RowsOfEach(kinds.AsQueryable(), rows, row => row.Kind, paging).ToLookup(row => row.Kind);
        Assert.All(kinds, kind => AssertSame(whole[kind], halves.PagesOf(paging)([.. ofEach[kind]])));
    }

    [Fact]
    public void A_page_with_a_cursor_or_a_count_or_from_the_end_is_no_first_page()
    {
        Assert.True(FirstPages<Row>.Is(new PagingArguments(First: 0)));
        Assert.False(FirstPages<Row>.Is(new PagingArguments(First: 1, After: "a")));
        Assert.False(FirstPages<Row>.Is(new PagingArguments(First: 1, Before: "a")));
        Assert.False(FirstPages<Row>.Is(new PagingArguments(Last: 1)));
        Assert.False(FirstPages<Row>.Is(new PagingArguments(First: 1) { IncludeTotalCount = true }));
    }

    private static void AssertSame(Page<Row> expected, Page<Row> actual)
    {
        Assert.Equal(expected.Items, actual.Items);
        Assert.Equal(expected.Select(expected.CreateCursor), actual.Select(actual.CreateCursor));
        Assert.Equal(
            (expected.HasNextPage, expected.HasPreviousPage, expected.TotalCount),
            (actual.HasNextPage, actual.HasPreviousPage, actual.TotalCount)
        );
    }

    private static List<Row> Sorted(List<Row> rows, Func<Row, object?>[] keys, bool[] ascending)
    {
        var sorted = rows.OrderBy(_ => 0);
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            sorted = sorted.ThenBy(row => key(row) is null);
            sorted = ascending[i] ? sorted.ThenBy(key) : sorted.ThenByDescending(key);
        }
        return [.. sorted.ThenBy(row => row.Id)];
    }

    /// <summary>Few different values, so that there are ties at every key.</summary>
    private static Row RandomRow(Random random)
    {
        var id = new byte[16];
        random.NextBytes(id);
        return new Row(
            new Guid(id),
            random.Next(4) switch
            {
                0 => null,
                1 => "",
                2 => "a",
                _ => "b",
            },
            random.Next(3) == 0 ? null : random.Next(3),
            random.Next(2) == 0,
            (Kind)random.Next(3),
            random.Next(3) == 0 ? null : (Kind)random.Next(3),
            random.Next(3)
        );
    }
}
