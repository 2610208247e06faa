namespace AgencyRoi.GraphQL.Tests.Binding.Data;

public sealed class FilteringTests
{
    private readonly LibraryServer server = new();

    public FilteringTests()
    {
        server.Add(1, "Alpha", pages: 100, price: 1.5m, tags: ["red"], size: new BookSize(10, null));
        server.Add(2, "Beta", pages: 200, price: null, author: 2);
        server.Add(3, "50% off_", pages: 300, price: 3m, tags: ["red", "new"], size: new BookSize(30, 20));
    }

    [Theory]
    [InlineData("""{ title: { eq: "Alpha" } }""", "1")]
    [InlineData("""{ title: { neq: "Alpha" } }""", "23")]
    [InlineData("""{ title: { contains: "a" } }""", "12")]
    [InlineData("""{ title: { contains: "%" } }""", "3")]
    [InlineData("""{ title: { contains: "_" } }""", "3")]
    [InlineData("""{ title: { ncontains: "a" } }""", "3")]
    [InlineData("""{ title: { startsWith: "A" } }""", "1")]
    [InlineData("""{ title: { nstartsWith: "A" } }""", "23")]
    [InlineData("""{ title: { endsWith: "a" } }""", "12")]
    [InlineData("""{ title: { nendsWith: "a" } }""", "3")]
    [InlineData("""{ title: { in: ["Alpha", null] } }""", "1")]
    [InlineData("""{ title: { in: [] } }""", "")]
    [InlineData("""{ title: { nin: ["Alpha"] } }""", "23")]
    [InlineData("""{ title: { or: [{ eq: "Alpha" }, { eq: "Beta" }] } }""", "12")]
    [InlineData("""{ title: { contains: "a", and: [{ startsWith: "B" }] } }""", "2")]
    [InlineData("{ pages: { gt: 200 } }", "3")]
    [InlineData("{ pages: { gte: 200 } }", "23")]
    [InlineData("{ pages: { lt: 200 } }", "1")]
    [InlineData("{ pages: { lte: 200 } }", "12")]
    [InlineData("{ pages: { ngt: 200 } }", "12")]
    [InlineData("{ pages: { ngte: 200 } }", "1")]
    [InlineData("{ pages: { nlt: 200 } }", "23")]
    [InlineData("{ pages: { nlte: 200 } }", "3")]
    [InlineData("{ pages: { gt: 100, lt: 300 } }", "2")]
    [InlineData("{ price: { eq: null } }", "2")]
    [InlineData("{ price: { neq: null } }", "13")]
    [InlineData("{ price: { neq: 3 } }", "12")]
    [InlineData("{ price: { gt: 2 } }", "3")]
    [InlineData("{ price: { ngt: 2 } }", "12")]
    [InlineData("{ price: { in: [3.00, null] } }", "23")]
    [InlineData("{ price: { nin: [3] } }", "12")]
    [InlineData("{ format: { eq: HARD_COVER } }", "2")]
    [InlineData("{ format: { in: [PAPERBACK] } }", "13")]
    [InlineData("""{ published: { gte: "2020-01-02" } }""", "23")]
    [InlineData("""{ tags: { some: { eq: "red" } } }""", "13")]
    [InlineData("""{ tags: { none: { eq: "red" } } }""", "2")]
    [InlineData("""{ tags: { all: { eq: "red" } } }""", "12")]
    [InlineData("{ tags: { any: false } }", "2")]
    [InlineData("{ size: { height: { gt: 5 } } }", "13")]
    [InlineData("{ size: { width: { neq: 1 } } }", "13")]
    [InlineData("{ size: { width: { eq: null } } }", "1")]
    [InlineData("{ and: [{ pages: { gt: 100 } }, { pages: { lt: 300 } }] }", "2")]
    [InlineData("{ or: [{ pages: { eq: 100 } }, { pages: { eq: 300 } }] }", "13")]
    [InlineData("{ or: [] }", "123")]
    [InlineData("{ and: null, title: null }", "123")]
    [InlineData("{}", "123")]
    [InlineData("null", "123")]
    public async Task An_operator_keeps_the_rows_that_meet_it(string where, string expected)
    {
        var answer = await server.AskAsync($"{{ books(where: {where}) {{ nodes {{ published }} }} }}");

        Assert.Null(answer["errors"]);
        Assert.Equal(
            expected,
            string.Concat(answer["data"]!["books"]!["nodes"]!.AsArray().Select(book => ((string)book!["published"]!)[^1]))
        );
    }

    [Theory]
    [InlineData("{ pages: { eq: null } }")]
    [InlineData("{ title: { contains: null } }")]
    [InlineData("{ price: { gt: null } }")]
    [InlineData("{ price: { in: null } }")]
    [InlineData("{ tags: { any: null } }")]
    [InlineData("""{ title: { eq: "a\u0000" } }""")]
    public async Task A_value_that_cannot_be_compared_is_an_error_of_the_field(string where) =>
        Assert.Equal("BAD_INPUT", await server.ErrorCodeAsync($"{{ books(where: {where}) {{ nodes {{ id }} }} }}"));

    [Theory]
    [InlineData("[{ title: ASC }]", "312")]
    [InlineData("[{ title: DESC }]", "213")]
    [InlineData("{ price: ASC }", "132")]
    [InlineData("{ price: DESC }", "312")]
    [InlineData("[{ format: ASC }, { pages: DESC }]", "312")]
    [InlineData("[{ size: { width: DESC } }]", "312")]
    [InlineData("[{ size: { height: ASC } }]", "132")]
    [InlineData("[]", "123")]
    [InlineData("null", "123")]
    public async Task An_order_is_by_its_entries_in_turn(string order, string expected)
    {
        var answer = await server.AskAsync($"{{ books(order: {order}) {{ nodes {{ published }} }} }}");

        Assert.Null(answer["errors"]);
        Assert.Equal(
            expected,
            string.Concat(answer["data"]!["books"]!["nodes"]!.AsArray().Select(book => ((string)book!["published"]!)[^1]))
        );
    }

    [Fact]
    public async Task What_is_ignored_or_left_out_cannot_be_filtered_or_ordered_by()
    {
        var portal = new LibraryServer(LibraryServer.Portal().BuildSchema());

        Assert.Equal("VALIDATION_ERROR", await portal.ErrorCodeAsync("{ books(where: { cost: { gt: 1 } }) { nodes { id } } }"));
        Assert.Equal("VALIDATION_ERROR", await portal.ErrorCodeAsync("{ books(order: { cost: ASC }) { nodes { id } } }"));
        Assert.Equal("VALIDATION_ERROR", await server.ErrorCodeAsync("{ books(where: { secret: { eq: \"\" } }) { nodes { id } } }"));
    }
}
