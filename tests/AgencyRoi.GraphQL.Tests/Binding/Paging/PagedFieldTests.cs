using System.Text.Json.Nodes;

namespace AgencyRoi.GraphQL.Tests.Binding.Paging;

public sealed class PagedFieldTests
{
    private readonly LibraryServer server = new();

    public PagedFieldTests()
    {
        for (var i = 1; i <= 25; i++)
            server.Add(i, $"Book {i:D2}", price: i % 5 == 0 ? null : i);
    }

    [Theory]
    [InlineData("", 20, true, false)]
    [InlineData("(first: 25)", 25, false, false)]
    [InlineData("(first: 100)", 25, false, false)]
    [InlineData("(first: 0)", 0, true, false)]
    [InlineData("(last: 3)", 3, false, true)]
    [InlineData("(first: null, last: 3)", 3, false, true)]
    public async Task A_page_has_the_size_that_was_asked_for(string arguments, int size, bool hasNext, bool hasPrevious)
    {
        var answer = await server.AskAsync(
            $"{{ books{arguments} {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage }} totalCount }} }}"
        );

        var books = answer["data"]!["books"]!;
        Assert.Equal(size, books["nodes"]!.AsArray().Count);
        Assert.Equal(hasNext, (bool)books["pageInfo"]!["hasNextPage"]!);
        Assert.Equal(hasPrevious, (bool)books["pageInfo"]!["hasPreviousPage"]!);
        Assert.Equal(25, (int)books["totalCount"]!);
    }

    [Theory]
    [InlineData("first: -1")]
    [InlineData("first: 101")]
    [InlineData("last: -1")]
    [InlineData("last: 101")]
    [InlineData("first: 1, last: 1")]
    public async Task A_wrong_size_is_an_error_of_the_field(string arguments)
    {
        var answer = await server.AskAsync(
            $"{{ books({arguments}) {{ nodes {{ id }} }} recommended: books(first: 1) {{ nodes {{ title }} }} }}"
        );

        Assert.Null(answer["data"]!["books"]);
        Assert.NotNull(answer["data"]!["recommended"]);
        Assert.Equal("BAD_INPUT", (string?)Assert.Single(answer["errors"]!.AsArray())!["extensions"]!["code"]);
    }

    [Theory]
    [InlineData("books", "(order: { price: ASC }")]
    [InlineData("books", "(order: [{ format: DESC }, { title: DESC }]")]
    [InlineData("books", """(where: { pages: { gte: 100 } }""")]
    [InlineData("books", "(")]
    public async Task Following_the_end_cursor_visits_every_item_once(string field, string arguments)
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var answer = await server.AskAsync(
                $"query($after: String) {{ {field}{arguments} first: 4, after: $after) {{ edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage endCursor startCursor }} }} }}",
                new { after }
            );
            var page = answer["data"]![field]!;
            var edges = page["edges"]!.AsArray();
            Assert.Equal((string?)edges[0]!["cursor"], (string?)page["pageInfo"]!["startCursor"]);
            seen.AddRange(edges.Select(edge => (string)edge!["node"]!["id"]!));
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string?)page["pageInfo"]!["endCursor"] : null;
        } while (after is not null);

        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
    }

    [Fact]
    public async Task A_cursor_of_another_order_or_filter_is_refused()
    {
        var cursor = await EndCursorAsync("order: { title: ASC }");

        Assert.Equal("BAD_CURSOR", await CodeAsync($"order: {{ title: DESC }}, after: \"{cursor}\""));
        Assert.Equal("BAD_CURSOR", await CodeAsync($"order: {{ title: ASC }}, where: {{ pages: {{ gt: 1 }} }}, after: \"{cursor}\""));
        Assert.Equal("BAD_CURSOR", await CodeAsync("after: \"rubbish\""));
    }

    [Fact]
    public async Task Undefined_values_come_last_in_both_directions()
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var answer = await server.AskAsync($"{{ books(order: {{ price: {direction} }}, last: 5) {{ nodes {{ price }} }} }}");
            Assert.All(answer["data"]!["books"]!["nodes"]!.AsArray(), book => Assert.Null(book!["price"]));
        }
    }

    [Fact]
    public async Task A_list_in_memory_is_in_the_order_of_its_keys()
    {
        var first = await server.AskAsync("{ shortlist(first: 2) { nodes { title } pageInfo { endCursor hasNextPage } totalCount } }");
        var cursor = (string)first["data"]!["shortlist"]!["pageInfo"]!["endCursor"]!;

        Assert.Equal(
            """{"shortlist":{"nodes":[{"title":"Book 03"}],"pageInfo":{"hasPreviousPage":true,"hasNextPage":true}}}""",
            await server.DataAsync(
                "query($c: String) { shortlist(first: 1, after: $c) { nodes { title } pageInfo { hasPreviousPage hasNextPage } } }",
                new { c = cursor }
            )
        );
        Assert.Equal(
            "BAD_CURSOR",
            await server.ErrorCodeAsync("query($c: String) { books(first: 1, after: $c) { nodes { title } } }", new { c = cursor })
        );
    }

    [Fact]
    public async Task A_field_has_its_own_limits()
    {
        Assert.Equal("BAD_INPUT", await server.ErrorCodeAsync("{ booksByPrice(first: 4) { nodes { id } } }"));
        Assert.Equal(
            """{"booksByPrice":{"nodes":[{"price":24},{"price":23}]}}""",
            await server.DataAsync("{ booksByPrice { nodes { price } } }")
        );
    }

    private async Task<string> EndCursorAsync(string arguments)
    {
        JsonNode answer = await server.AskAsync($"{{ books({arguments}, first: 2) {{ pageInfo {{ endCursor }} }} }}");
        return (string)answer["data"]!["books"]!["pageInfo"]!["endCursor"]!;
    }

    private Task<string?> CodeAsync(string arguments) => server.ErrorCodeAsync($"{{ books({arguments}) {{ nodes {{ id }} }} }}");
}
