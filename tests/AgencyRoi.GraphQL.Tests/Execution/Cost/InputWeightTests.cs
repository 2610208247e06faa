using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.Execution.Cost;

/// <summary>Arguments and input fields weigh where a request gives them, in its text or in a variable.</summary>
public sealed class InputWeightTests
{
    private const string Sdl = """
        directive @cost(weight: String!) on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION
        type Query {
          products(filter: Filter @cost(weight: "15"), filters: [Filter!], outer: Outer, text: String @cost(weight: "4"), plain: Int): Int @cost(weight: "5")
        }
        type Subscription { changes(filter: Filter @cost(weight: "15")): Int @cost(weight: "5") }
        input Filter {
          approx: Boolean @cost(weight: "-12")
          text: String @cost(weight: "7")
          size: Int = 3 @cost(weight: "100")
          and: [Filter!] @cost(weight: "2")
          plain: Int
        }
        input Outer { inner: Middle }
        input Middle { filter: Filter }
        """;

    // What lists cost is told by the tests of terms and values.
    private static readonly CostOptions Unlisted = new() { ValueWeight = 0 };

    private readonly Till till = new();

    [Theory]
    [InlineData("{ products }", 5)]
    [InlineData("{ products(plain: 1) }", 5)]
    [InlineData("{ products(text: \"x\") }", 5 + 4)]
    [InlineData("{ products(text: null) }", 5)]
    [InlineData("{ products(filter: null) }", 5)]
    [InlineData("{ products(filter: {}) }", 5 + 15)]
    [InlineData("{ products(filter: { plain: 1, text: null }) }", 5 + 15)]
    [InlineData("{ products(filter: { approx: true }) }", 5 + 15 - 12)]
    [InlineData(
        "{ products(filter: { text: \"a\", and: [{ text: \"b\" }, { plain: 1 }, { and: { text: \"c\" } }] }) }",
        5 + 15 + 7 + 2 + 7 + 2 + 7
    )]
    [InlineData("{ products(filters: { text: \"a\" }) }", 5 + 7)]
    [InlineData("{ products(filters: [{ text: \"a\" }, { text: \"b\" }]) }", 5 + 7 + 7)]
    [InlineData("{ products(outer: { inner: { filter: { text: \"a\" } } }) }", 5 + 7)]
    [InlineData("{ a: products(filter: { text: \"a\" }) b: products(text: \"b\") }", 5 + 15 + 7 + 5 + 4)]
    public async Task What_a_document_gives_is_counted(string document, long price) => Assert.Equal(price, await PriceAsync(document));

    [Fact]
    public async Task A_field_that_its_arguments_make_cheaper_never_costs_less_than_nothing() =>
        Assert.Equal(5 + 4, await PriceAsync("{ a: products(filters: [{ approx: true }, { approx: true }]) b: products(text: \"b\") }"));

    [Theory]
    [InlineData("{}", 5)]
    [InlineData("""{"f":null}""", 5)]
    [InlineData("""{"f":{}}""", 5 + 15)]
    [InlineData("""{"f":{"text":"a","size":null}}""", 5 + 15 + 7)]
    [InlineData("""{"f":{"size":1}}""", 5 + 15 + 100)]
    [InlineData("""{"f":{"and":[{"text":"b"},{"and":{"text":"c"}}]}}""", 5 + 15 + 2 + 7 + 2 + 7)]
    public async Task What_a_variable_brings_is_counted(string variables, long price) =>
        Assert.Equal(price, await PriceAsync("query($f: Filter) { products(filter: $f) }", variables));

    [Theory]
    [InlineData("query($t: String) { products(text: $t) }", """{"t":"x"}""", 5 + 4)]
    [InlineData("query($t: String) { products(text: $t) }", "{}", 5)]
    [InlineData("query($t: String = \"x\") { products(text: $t) }", "{}", 5 + 4)]
    [InlineData("query($t: String) { products(filter: { text: $t, and: [{ text: $t }] }) }", """{"t":"x"}""", 5 + 15 + 7 + 2 + 7)]
    [InlineData("query($t: String) { products(filter: { text: $t }) }", """{"t":null}""", 5 + 15)]
    [InlineData("query($f: Filter!) { products(filters: [$f, { text: \"x\" }]) }", """{"f":{"text":"y"}}""", 5 + 7 + 7)]
    [InlineData("query($f: [Filter!]) { products(filters: $f) }", """{"f":{"text":"y"}}""", 5 + 7)]
    [InlineData("query($f: Filter = { text: \"x\", and: { text: \"y\" } }) { products(filter: $f) }", "{}", 5 + 15 + 7 + 2 + 7)]
    [InlineData("query($m: Middle) { products(outer: { inner: $m }) }", """{"m":{"filter":{"text":"y"}}}""", 5 + 7)]
    public async Task Wherever_in_a_document_a_variable_stands_it_adds_what_it_brings(string document, string variables, long price) =>
        Assert.Equal(price, await PriceAsync(document, variables));

    [Fact]
    public async Task What_is_given_is_in_the_actual_cost_too()
    {
        using var answer = await AskAsync("query($f: Filter) { products(filter: $f) }", """{"f":{"text":"x"}}""", CostMode.Silent);

        Assert.True(answer.HasData);
        Assert.Equal((27, 27), (Assert.Single(till.Taken), Assert.Single(till.Used)));
    }

    [Fact]
    public async Task One_past_the_limit_nothing_runs_and_the_error_says_what_was_heavy()
    {
        using var refused = await AskAsync("query($f: Filter) { products(filter: $f) }", """{"f":{"size":1}}""", CostMode.Silent, 119);
        using var answer = JsonDocument.Parse(refused.Written);

        Assert.Equal(
            """{"code":"LIMIT_EXCEEDED","limit":"COST_TOO_HIGH","requestedQueryCost":120,"maximum":119,"heaviest":[{"path":["products"],"cost":120}]}""",
            answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetRawText()
        );
        Assert.Empty(till.Taken);
        using var passes = await AskAsync("query($f: Filter) { products(filter: $f) }", """{"f":{"size":1}}""", CostMode.Silent, 120);
        Assert.True(passes.HasData);
    }

    [Fact]
    public async Task Each_event_of_a_subscription_pays_for_its_arguments()
    {
        var request = Request("subscription($f: Filter) { changes(filter: $f) }", """{"f":{"text":"x"}}""");
        var context = new OperationContext { AllowedOperations = AllowedOperations.All, Budget = till };
        await foreach (var response in Server(10_000).Engine.SubscribeAsync(request, context, TestContext.Current.CancellationToken))
            response.Dispose();

        Assert.Equal((27, 27), (Assert.Single(till.Taken), Assert.Single(till.Used)));
    }

    [Fact]
    public void An_operation_whose_inputs_have_no_weight_is_priced_without_looking_at_them()
    {
        var schema = Server(10_000).Schema;
        var inputs = new WeighedInputs(schema, Unlisted);

        Assert.True(inputs.IsIn(schema.FindType("Outer")!));
        Assert.False(inputs.IsIn(StandardScalars.String));
        Assert.False(
            new WeighedInputs(SchemaFromSdl.Build("type Query { f(i: I): Int } input I { x: Int }"), Unlisted).IsIn(
                new ListType(schema.FindType("Filter")!)
            )
        );
    }

    private async Task<long> PriceAsync(string document, string? variables = null)
    {
        using var response = await AskAsync(document, variables, CostMode.Validate);
        Assert.Empty(response.Errors);
        using var answer = JsonDocument.Parse(response.Written);
        return answer.RootElement.GetProperty("extensions").GetProperty("cost").GetProperty("requestedQueryCost").GetInt64();
    }

    private ValueTask<GraphQLResponse> AskAsync(string document, string? variables, CostMode mode, long most = 10_000) =>
        Server(most)
            .Engine.ExecuteAsync(
                Request(document, variables),
                new OperationContext { Cost = mode, Budget = till },
                TestContext.Current.CancellationToken
            );

    private static TestServer Server(long most) =>
        new(
            Sdl,
            new()
            {
                ["Query.products"] = Sync(_ => 1),
                ["Subscription.changes"] = new FieldResolver.Subscribe(_ => new(OneAsync()), _ => new(1)),
            },
            new ExecutionOptions { Cost = Unlisted with { MaxCost = most } }
        );

    private static async IAsyncEnumerable<object?> OneAsync()
    {
        await Task.Yield();
        yield return new object();
    }

    private sealed class Till : OperationBudget
    {
        public List<long> Taken { get; } = [];
        public List<long> Used { get; } = [];

        public override GraphQLError? Take(long requestedCost)
        {
            Taken.Add(requestedCost);
            return null;
        }

        public override void Settle(long requestedCost, long actualCost) => Used.Add(actualCost);
    }
}
