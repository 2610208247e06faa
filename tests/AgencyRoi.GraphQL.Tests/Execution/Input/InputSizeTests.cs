using System.Text.Json;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Tests.Binding;

namespace AgencyRoi.GraphQL.Tests.Execution.Input;

/// <summary>The terms of filters and orders and the items of lists, with the limits of the defaults: 100 terms, 8 groups in one another, 1,000 values.</summary>
public sealed class InputSizeTests
{
    private const string Tail = "{ nodes { id } }";
    private readonly LibraryServer server = new();

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "TOO_MANY_TERMS")]
    public async Task Comparisons_count_over_all_fields_and_through_fragments(int count, string? limit)
    {
        var half = Comparisons("or", 50);
        var document =
            $"{{ ...F ... on Query {{ b: books(where: {Comparisons("and", count - 50)}) {Tail} }} }} fragment F on Query {{ a: books(where: {half}) {Tail} }}";

        Assert.Equal(limit, await RefusedByAsync(document));
    }

    [Theory]
    [InlineData("""{ title: { eq: "a" } }""", 1)]
    [InlineData("""{ title: { eq: null } }""", 1)]
    [InlineData("""{ title: { eq: "a", contains: "b" }, pages: { gt: 1 } }""", 3)]
    [InlineData("""{ title: { or: [{ eq: "a" }, { eq: "b" }] } }""", 2)]
    [InlineData("""{ and: [{ title: { eq: "a" } }, { or: { pages: { gt: 1 } } }] }""", 2)]
    [InlineData("""{ tags: { some: { eq: "a", neq: "b" }, any: true } }""", 3)]
    [InlineData("{ size: { height: { gt: 5 }, width: { gt: 5 } } }", 2)]
    [InlineData("""{ title: { in: ["a", "b", "c"] } }""", 1)]
    [InlineData("{ and: [], title: null }", 0)]
    public async Task Each_operator_that_is_given_is_one_comparison(string where, int comparisons)
    {
        var rest = 100 - comparisons;

        Assert.Null(await RefusedByAsync($"{{ a: books(where: {where}) {Tail} b: books(where: {Comparisons("or", rest)}) {Tail} }}"));
        Assert.Equal(
            "TOO_MANY_TERMS",
            await RefusedByAsync($"{{ a: books(where: {where}) {Tail} b: books(where: {Comparisons("or", rest + 1)}) {Tail} }}")
        );
    }

    [Theory]
    [InlineData(49, null)]
    [InlineData(50, "TOO_MANY_TERMS")]
    public async Task A_variable_counts_at_each_of_its_places(int count, string? limit)
    {
        const string uses =
            "{ a: books(where: $w, order: { title: ASC }) "
            + Tail
            + " b: books(where: { and: [$w] }, order: { pages: ASC }) "
            + Tail
            + " }";
        var given = Enumerable.Repeat(new { title = new { eq = "a" } }, count);

        Assert.Equal(limit, await RefusedByAsync($"query($w: BookFilterInput!) {uses}", new { w = new { or = given } }));
        Assert.Equal(limit, await RefusedByAsync($"query($w: BookFilterInput! = {Comparisons("or", count)}) {uses}"));
        Assert.Null(
            await RefusedByAsync(
                $"query($w: BookFilterInput! = {Comparisons("or", 50)}) {uses}",
                new { w = new { title = new { eq = "a" } } }
            )
        );
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "TOO_MANY_TERMS")]
    public async Task Keys_of_an_order_count(int count, string? limit)
    {
        var keys = string.Join(' ', Enumerable.Repeat("{ size: { width: DESC } }", count - 1));

        Assert.Equal(limit, await RefusedByAsync($"{{ books(order: [{{ title: ASC }} {keys}]) {Tail} }}"));
        Assert.Equal(
            limit,
            await RefusedByAsync(
                $"query($o: [BookSortInput!]) {{ books(order: $o) {Tail} }}",
                new { o = Enumerable.Repeat(new { title = "ASC" }, count) }
            )
        );
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, "TERMS_NESTED_TOO_DEEP")]
    public async Task Groups_lie_only_so_deep_in_each_other(int depth, string? limit)
    {
        Assert.Equal(limit, await RefusedByAsync($"{{ books(where: {Nested(depth, "{ title: { eq: \"a\" } }")}) {Tail} }}"));
        Assert.Equal(limit, await RefusedByAsync($"{{ books(where: {Nested(depth - 1, "{ title: { or: { eq: \"a\" } } }")}) {Tail} }}"));
        Assert.Equal(limit, await RefusedByAsync($"{{ books(where: {Nested(depth - 1, "{ size: { width: { eq: 1 } } }")}) {Tail} }}"));
        Assert.Equal(
            limit,
            await RefusedByAsync(
                $"query($w: BookFilterInput!) {{ books(where: {Nested(depth - 1, "{ and: [$w] }")}) {Tail} }}",
                new { w = new { title = new { eq = "a" } } }
            )
        );
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "TOO_MANY_VALUES")]
    public async Task Items_of_lists_count_together(int more, string? limit)
    {
        var lists = string.Join(' ', Enumerable.Range(0, 3).Select(i => $"a{i}: books(where: {{ title: {{ in: $v }} }}) {Tail}"));
        var document =
            $"query($v: [String]) {{ {lists} b: books(where: {{ title: {{ in: [{Items(249 + more)}] }}, and: {{ pages: {{ gt: 1 }} }} }}) {Tail} }}";

        Assert.Equal(limit, await RefusedByAsync(document, new { v = Enumerable.Repeat("a", 250) }));
        Assert.Equal(limit, await RefusedByAsync(document.Replace("[String])", $"[String] = [{Items(250)}])", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_list_past_its_own_length_is_refused_for_that() =>
        Assert.Equal(
            "LIST_TOO_LONG",
            await RefusedByAsync(
                $"query($v: [String]) {{ books(where: {{ title: {{ in: $v }} }}) {Tail} }}",
                new { v = Enumerable.Repeat("a", 1001) }
            )
        );

    [Theory]
    [InlineData("{ books(first: 1) { nodes { id } } }", 0)]
    [InlineData("""{ books(first: 1, where: { title: { eq: "a" } }) { nodes { id } } }""", 1)]
    [InlineData("{ books(first: 1, order: [{ title: ASC }, { pages: DESC }]) { nodes { id } } }", 2 + 1)] // Two items of a list are a fifth.
    [InlineData("""{ books(first: 1, where: { title: { in: ["a", "b", "c"] } }) { nodes { id } } }""", 1 + 1)]
    public async Task Terms_cost_a_point_and_ten_values_one(string document, long more) =>
        Assert.Equal(await PriceAsync("{ books(first: 1) { nodes { id } } }") + more, await PriceAsync(document));

    [Fact]
    public async Task A_price_is_the_same_in_the_text_and_in_a_variable()
    {
        var inText = await PriceAsync($"{{ books(first: 1, where: {Comparisons("or", 100)}) {Tail} }}");
        var inVariable = await PriceAsync(
            $"query($w: BookFilterInput) {{ books(first: 1, where: $w) {Tail} }}",
            new { w = new { or = Enumerable.Repeat(new { title = new { eq = "a" } }, 100) } }
        );
        var byDefault = await PriceAsync($"query($w: BookFilterInput = {Comparisons("or", 100)}) {{ books(first: 1, where: $w) {Tail} }}");

        Assert.Equal((inText, inText), (inVariable, byDefault));
        Assert.Equal(110, inText - await PriceAsync($"{{ books(first: 1) {Tail} }}"));
    }

    private static string Comparisons(string join, int count) =>
        $"{{ {join}: [{string.Join(' ', Enumerable.Repeat("{ title: { eq: \"a\" } }", count))}] }}";

    private static string Nested(int depth, string inside) =>
        string.Concat(Enumerable.Repeat("{ and: [", depth)) + inside + string.Concat(Enumerable.Repeat("] }", depth));

    private static string Items(int count) => string.Join(' ', Enumerable.Repeat("\"a\"", count));

    private async Task<string?> RefusedByAsync(string document, object? variables = null)
    {
        var answer = await server.AskAsync(document, variables);
        return (string?)answer["errors"]?[0]?["extensions"]?["limit"];
    }

    private static async Task<long> PriceAsync(string document, object? variables = null)
    {
        var engine = new GraphQLEngine(LibraryServer.Builder().BuildSchema());
        var request = new GraphQLRequest(document) { Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables) };
        using var response = await engine.ExecuteAsync(
            request,
            new OperationContext { Cost = CostMode.Validate },
            TestContext.Current.CancellationToken
        );
        using var answer = JsonDocument.Parse(response.ToString());
        return answer.RootElement.GetProperty("extensions").GetProperty("cost").GetProperty("requestedQueryCost").GetInt64();
    }
}
