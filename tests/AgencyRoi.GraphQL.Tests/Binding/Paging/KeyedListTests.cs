using System.Globalization;
using System.Text.Json.Nodes;

namespace AgencyRoi.GraphQL.Tests.Binding.Paging;

/// <summary>Lists that are computed in memory and read in pages.</summary>
public sealed class KeyedListTests
{
    private readonly LibraryServer server = new();

    public KeyedListTests()
    {
        foreach (var number in new[] { 6, 2, 8, 4 })
            server.Add(number, $"Book {number:D2}");
    }

    [Theory]
    [InlineData("Book 01")]
    [InlineData("Book 05")]
    [InlineData("Book 09")]
    public async Task A_row_that_comes_between_two_pages_neither_doubles_nor_skips_another(string title)
    {
        var first = await PageAsync("first: 2");
        server.Add(20, title);

        var second = await PageAsync("first: 10, after: $c", EndOf(first));

        string[] later = ["Book 06", "Book 08"];
        Assert.Equal(["Book 02", "Book 04"], Titles(first));
        Assert.Equal(later.Append(title).Where(each => string.CompareOrdinal(each, "Book 04") > 0).Order(), Titles(second));
    }

    [Fact]
    public async Task A_row_that_goes_between_two_pages_takes_no_other_with_it()
    {
        var first = await PageAsync("first: 2");
        server.Shelf.Books.RemoveAll(book => book.Title is "Book 02" or "Book 04");

        Assert.Equal(["Book 06", "Book 08"], Titles(await PageAsync("first: 2, after: $c", EndOf(first))));
    }

    [Fact]
    public async Task It_is_read_backwards_too()
    {
        var last = await PageAsync("last: 1");

        Assert.Equal(["Book 08"], Titles(last));
        Assert.Equal(["Book 04", "Book 06"], Titles(await PageAsync("last: 2, before: $c", EndOf(last))));
    }

    [Fact]
    public async Task Rows_of_one_key_are_told_apart_by_the_next()
    {
        for (var number = 10; number < 15; number++)
            server.Add(number, "Book 05");

        var seen = new List<string>();
        for (var page = await PageAsync("first: 2"); Titles(page).Length > 0; page = await PageAsync("first: 2, after: $c", EndOf(page)))
            seen.AddRange(page["nodes"]!.AsArray().Select(node => (string)node!["id"]!));

        Assert.Equal(9, seen.Count);
        Assert.Equal(9, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_of_another_owner_is_refused()
    {
        var cursor = EndOf(await PageAsync("first: 2"));
        server.Shelf.Name = "by the window";

        Assert.Equal("BAD_CURSOR", await CodeAsync(cursor));
    }

    [Fact]
    public async Task A_spoilt_cursor_is_refused()
    {
        var cursor = EndOf(await PageAsync("first: 2"))!;

        foreach (var place in Enumerable.Range(0, 11)) // what binds it, in Base64
            Assert.Equal("BAD_CURSOR", await CodeAsync(cursor.Remove(place, 1).Insert(place, cursor[place] == 'x' ? "y" : "x")));
        Assert.Equal("BAD_CURSOR", await CodeAsync(cursor[..^6]));
    }

    private async Task<JsonNode> PageAsync(string arguments, string? cursor = null)
    {
        var document = string.Create(
            CultureInfo.InvariantCulture,
            $"query($c: String) {{ shortlist({arguments}) {{ nodes {{ id title }} pageInfo {{ endCursor }} }} other: shortlist(after: $c) {{ totalCount }} }}"
        );
        return (await server.AskAsync(document, new { c = cursor }))["data"]!["shortlist"]!;
    }

    private Task<string?> CodeAsync(string? cursor) =>
        server.ErrorCodeAsync("query($c: String) { shortlist(after: $c) { nodes { title } } }", new { c = cursor });

    private static string? EndOf(JsonNode page) => (string?)page["pageInfo"]!["endCursor"];

    private static string[] Titles(JsonNode page) => [.. page["nodes"]!.AsArray().Select(node => (string)node!["title"]!)];
}
