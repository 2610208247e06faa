using System.Text.Json;
using AgencyRoi.GraphQL.Caching;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Execution.Cost;

/// <summary>Prices that a person can add up: an object is 1, a scalar nothing, a loaded field 10 for its level.</summary>
public sealed class OperationPriceTests
{
    private const string Sdl = """
        directive @cost(weight: String!) on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION
        directive @listSize(
          assumedSize: Int
          slicingArguments: [String!]
          slicingArgumentDefaultValue: Int
          sizedFields: [String!]
          requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION
        type Query {
          hello: String
          shop: Shop
          shops(first: Int, last: Int): ShopConnection
            @cost(weight: "10")
            @listSize(assumedSize: 100, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: 20, sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
          byIds(ids: [ID!]!): [Thing] @cost(weight: "10") @listSize(assumedSize: 100, slicingArguments: ["ids"], requireOneSlicingArgument: false)
          thing: Thing
          plain: [Shop!]!
          grid: [[Shop!]!]!
          assumed: [Shop!]! @listSize(assumedSize: 7)
          strict(first: Int, last: Int): [Shop!] @listSize(slicingArguments: ["first", "last"])
          standard(first: Int = 4): [Shop!] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
          search(text: String @cost(weight: "5")): [Shop!] @listSize(assumedSize: 2)
          heavy: Heavy
          link: Link
        }
        type ShopConnection { nodes: [Shop!] edges: [ShopEdge!] totalCount: Int @cost(weight: "10") }
        type ShopEdge { node: Shop cursor: String }
        type Shop {
          id: ID
          tags: [String!]
          owner: Person @cost(weight: "10")
          shops(first: Int): ShopConnection
            @cost(weight: "10")
            @listSize(assumedSize: 100, slicingArguments: ["first"], slicingArgumentDefaultValue: 20, sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
        }
        type Person { id: ID friend: Person @cost(weight: "10") }
        type Heavy @cost(weight: "50") { blob: Blob blobs: [Blob] @listSize(assumedSize: 3) }
        scalar Blob @cost(weight: "0.5")
        union Thing = Shop | Person | Heavy
        interface Link { next: Link }
        """;

    // Forty types below an interface that leads to itself.
    private static readonly string Links = string.Concat(
        Enumerable.Range(0, 40).Select(i => $"type Link{i} implements Link {{ next: Link }}\n")
    );

    [Theory]
    [InlineData("{ hello }", 1)]
    [InlineData("{ __typename }", 1)]
    [InlineData("{ shop { id tags } }", 1)]
    [InlineData("{ shop { owner { id } } }", 1 + 10 + 1)]
    [InlineData("{ a: shop { id } b: shop { id } }", 2)]
    [InlineData("{ shop { id } shop { tags } }", 1)]
    [InlineData("{ shops { nodes { id } } }", 10 + 1 + 20)]
    [InlineData("{ shops(first: 50) { nodes { id } } }", 10 + 1 + 50)]
    [InlineData("{ shops(last: 3) { nodes { id } edges { cursor node { id } } } }", 10 + 1 + 3 + 3 + 3)]
    [InlineData("{ shops(first: 1000000) { nodes { id } } }", 10 + 1 + 100)]
    [InlineData("{ shops(first: -1) { nodes { owner { id } } } }", 10 + 1)]
    [InlineData("{ shops(first: null) { nodes { id } } }", 10 + 1 + 20)]
    [InlineData("{ shops(first: 5) { totalCount nodes { owner { id } } } }", 10 + 1 + 10 + 5 + 10 + 5)]
    [InlineData("{ shops(first: 5) { nodes { shops(first: 4) { nodes { id } } } } }", 10 + 1 + 5 + (10 + 5 * (1 + 4)))]
    [InlineData("{ plain { id } }", 10)]
    [InlineData("{ grid { id } }", 100)]
    [InlineData("{ assumed { id owner { id friend { id } } } }", 7 + 10 + 7 + 10 + 7)]
    [InlineData("{ standard { id } }", 4)]
    [InlineData("{ strict(first: 6) { id } }", 6)]
    [InlineData("{ search(text: \"x\") { id } }", 5 + 2)]
    [InlineData("{ search { id } }", 2)]
    [InlineData("{ heavy { blob blobs } }", 50 + 0.5 + 1.5)]
    [InlineData("{ thing { ... on Shop { owner { id } } ... on Person { id } ... on Heavy { __typename } } }", 50)]
    [InlineData("{ thing { ... on Shop { owner { id } } } }", 50)]
    [InlineData(
        "{ byIds(ids: [\"a\", \"a\", \"b\"]) { ... on Shop { owner { id } } ... on Person { friend { id } } } }",
        10 + 3 * 50 + 20 + 1
    )] // Each id is a tenth.
    [InlineData("{ byIds(ids: []) { ... on Shop { owner { id } } } }", 10)]
    [InlineData("{ byIds(ids: \"one\") { ... on Heavy { blob } } }", 10 + 50.5)]
    [InlineData("{ ...F ...F a: shop { ...S } } fragment F on Query { b: shop { ...S } } fragment S on Shop { owner { id } }", 2 * 12)]
    [InlineData("{ shop @skip(if: true) { id } plain @include(if: false) { id } hello }", 1)]
    [InlineData("{ __schema { types { fields { type { name } } } } }", 1)]
    [InlineData("{ __type(name: \"Shop\") { fields { type { name } } } shop { __typename } }", 1)]
    public async Task A_document_has_the_price_of_what_it_asks_for(string document, double price) =>
        Assert.Equal((long)Math.Ceiling(price), await PriceAsync(document));

    [Theory]
    [InlineData("""{"n":50}""", 10 + 1 + 50)]
    [InlineData("""{"n":0}""", 10 + 1)]
    [InlineData("""{"n":null}""", 10 + 1 + 20)]
    [InlineData("{}", 10 + 1 + 20)]
    [InlineData("""{"n":2147483647}""", 10 + 1 + 100)]
    public async Task A_variable_counts_with_its_value(string variables, long price) =>
        Assert.Equal(price, await PriceAsync("query($n: Int) { shops(first: $n) { nodes { id } } }", variables));

    [Fact]
    public async Task A_variable_without_a_value_counts_with_its_default() =>
        Assert.Equal(10 + 1 + 7, await PriceAsync("query($n: Int = 7) { shops(first: $n) { nodes { id } } }"));

    [Fact]
    public async Task Ids_count_as_often_as_they_are_given()
    {
        const string document = "query($ids: [ID!]!) { byIds(ids: $ids) { ... on Person { id } } }";

        Assert.Equal(10 + 4 * 50 + 1, await PriceAsync(document, """{"ids":["a","a","a","a"]}"""));
        Assert.Equal(10 + 50 + 1, await PriceAsync(document, """{"ids":"a"}"""));
    }

    [Fact]
    public async Task A_condition_that_leaves_a_field_out_leaves_its_price_out()
    {
        const string document = "query($no: Boolean!) { shop { owner @skip(if: $no) { id } } }";

        Assert.Equal((12, 1), (await PriceAsync(document, """{"no":false}"""), await PriceAsync(document, """{"no":true}""")));
    }

    [Theory]
    [InlineData("{ strict { id } }")]
    [InlineData("{ strict(first: null) { id } }")]
    [InlineData("{ strict(first: 1, last: 1) { id } }")]
    public async Task A_list_that_demands_one_size_is_refused_without_or_with_two(string document)
    {
        using var response = await AskAsync(document, null, CostMode.Validate);

        Assert.Equal(ErrorCodes.BadInput, Assert.Single(response.Errors).Code);
    }

    [Fact]
    public async Task Types_within_types_without_end_have_no_price()
    {
        using var passes = await AskAsync("{ link { next { next { __typename } } } }", null, CostMode.Validate);
        using var response = await AskAsync("{ link { next { next { next { next { __typename } } } } } }", null, CostMode.Validate);

        Assert.Empty(passes.Errors);
        Assert.Equal(LimitNames.TooManyTypes, Assert.Single(response.Errors).Extensions![GraphQLError.LimitKey]);
    }

    [Fact]
    public void Pricing_again_allocates_nothing()
    {
        var variables = new Dictionary<string, object?> { ["n"] = 50 };
        var price = PriceOf("query($n: Int) { shops(first: $n) { nodes { shops(first: $n) { nodes { id owner { id } } } } } }");
        Assert.Equal(10 + 1 + 50 + 10 + 50 * 51 + 10 + 2500, price.Of(variables));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            price.Of(variables);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static OperationPrice PriceOf(string text)
    {
        var schema = new TestServer(Sdl + Links).Schema;
        var document = Parser.ParseDocument(Source.FromText(text));
        var planner = new OperationPlanner(
            schema,
            new OutputShape.Cache(),
            new AbstractTypes(schema),
            new DeprecatedMembers(schema),
            new GuardedMembers(schema, guard: null),
            new WeighedInputs(schema, new CostOptions()),
            new InputMeasure(schema),
            new BoundedCache<PlanKey, OperationPlan>("plans", 1),
            new CostOptions(),
            document
        );
        var operation = new PlannedOperation(planner, document.Definitions.OfType<OperationDefinitionNode>().Single());
        return operation.PlanFor(new Dictionary<string, object?>()).Price!; // It has one.
    }

    private static async Task<long> PriceAsync(string document, string? variables = null)
    {
        using var response = await AskAsync(document, variables, CostMode.Validate);
        Assert.Empty(response.Errors);
        using var answer = JsonDocument.Parse(response.Written);
        return answer.RootElement.GetProperty("extensions").GetProperty("cost").GetProperty("requestedQueryCost").GetInt64();
    }

    private static ValueTask<GraphQLResponse> AskAsync(string document, string? variables, CostMode mode) =>
        new TestServer(Sdl + Links).Engine.ExecuteAsync(TestServer.Request(document, variables), new OperationContext { Cost = mode });
}
