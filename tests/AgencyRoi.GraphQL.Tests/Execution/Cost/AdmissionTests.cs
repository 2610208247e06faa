using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.Execution.Cost;

/// <summary>What happens with a price: refused, paid, settled, told.</summary>
public sealed class AdmissionTests
{
    private const string Sdl = """
        directive @cost(weight: String!) on SCALAR | OBJECT | FIELD_DEFINITION
        directive @listSize(
          assumedSize: Int
          slicingArguments: [String!]
          slicingArgumentDefaultValue: Int
          sizedFields: [String!]
          requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION
        type Query {
          nodes(first: Int): [Node] @cost(weight: "10") @listSize(assumedSize: 100, slicingArguments: ["first"], slicingArgumentDefaultValue: 20, requireOneSlicingArgument: false)
          fails: Int @cost(weight: "10")
        }
        type Node {
          id: ID
          count: Int @cost(weight: "10")
          nodes(first: Int): [Node] @cost(weight: "10") @listSize(assumedSize: 100, slicingArguments: ["first"], slicingArgumentDefaultValue: 20, requireOneSlicingArgument: false)
        }
        type Mutation { m: Node @cost(weight: "10") }
        type Subscription { s: Node }
        """;

    private readonly LifecycleLog log = new();
    private readonly Purse purse = new();

    [Fact]
    public async Task At_the_limit_an_operation_runs_and_one_past_it_nothing_of_it_does()
    {
        // 10 for the level and an object for each: 30 and 31.
        var server = Server(new ExecutionOptions { Cost = new() { MaxCost = 30 } });

        Assert.Contains("\"data\"", await server.SendAsync("{ nodes(first: 20) { id } }", context: Context()), StringComparison.Ordinal);
        log.Calls.Clear();
        using var refused = await AskAsync(server, "{ nodes(first: 21) { id } }", Context());

        var error = Assert.Single(refused.Errors);
        Assert.Equal((ErrorCodes.LimitExceeded, LimitNames.CostTooHigh), (error.Code, error.Extensions![GraphQLError.LimitKey]));
        Assert.Empty(log.Calls);
        Assert.False(refused.HasData);
    }

    [Fact]
    public async Task A_refusal_names_what_is_heavy_and_a_size_that_would_pass()
    {
        var server = Server();
        using var response = await AskAsync(
            server,
            "{ few: nodes(first: 2) { id } all: nodes(first: 100) { nodes(first: 100) { inner: nodes(first: 100) { id } } } }",
            Context()
        );
        using var answer = JsonDocument.Parse(response.Written);
        var extensions = answer.RootElement.GetProperty("errors")[0].GetProperty("extensions");

        Assert.Equal(
            """
            {"code":"LIMIT_EXCEEDED","limit":"COST_TOO_HIGH","requestedQueryCost":1010142,"maximum":10000,"heaviest":[
            {"path":["all","nodes","inner"],"cost":1000010,"first":21},
            {"path":["all","nodes"],"cost":10010,"first":9},
            {"path":["all"],"cost":110}]}
            """.ReplaceLineEndings(""),
            extensions.GetRawText()
        );
        Assert.True(await FitsAsync(21));
        Assert.False(await FitsAsync(22));

        async Task<bool> FitsAsync(int first)
        {
            using var tried = await AskAsync(
                server,
                "query($n: Int) { few: nodes(first: 2) { id } all: nodes(first: $n) { nodes(first: $n) { inner: nodes(first: $n) { id } } } }",
                Context(CostMode.Validate),
                $$"""{"n":{{first}}}"""
            );
            return tried.Errors.Count == 0;
        }
    }

    [Fact]
    public async Task What_was_asked_is_paid_first_and_what_was_used_is_told_afterwards()
    {
        // Asked for 20 nodes with 20 below each; there are 3 with 3.
        await Server().SendAsync("{ nodes { count nodes { id } } }", context: Context());

        Assert.Equal([10 + 20 + 10 + 10 + 400L], purse.Taken);
        Assert.Equal([(450L, 10 + 3 + 10 + 10 + 9L)], purse.Settled);
    }

    [Fact]
    public async Task A_purse_that_is_empty_refuses_before_anything_runs()
    {
        purse.Refusal = new GraphQLError("Later.") { Code = ErrorCodes.Throttled };

        var answer = await Server().SendAsync("{ nodes { id } }", context: Context());

        Assert.Equal("""{"errors":[{"message":"Later.","extensions":{"code":"THROTTLED"}}]}""", answer);
        Assert.Empty(log.Calls);
        Assert.Empty(purse.Settled);
    }

    [Theory]
    [InlineData("{ nodes {")]
    [InlineData("{ nothing }")]
    public async Task A_document_that_is_refused_is_paid_for_each_time(string document)
    {
        var server = Server();

        await server.SendAsync(document, context: Context());
        await server.SendAsync(document, context: Context());

        Assert.Equal((2, 0), (purse.Read, purse.GivenBack));
    }

    [Fact]
    public async Task A_valid_document_is_given_back_what_reading_it_took_and_is_known_from_then_on()
    {
        var server = Server();

        await server.SendAsync("{ nodes { id } }", context: Context());
        await server.SendAsync("{ nodes { id } }", context: Context());

        Assert.Equal((1, 1, 2), (purse.Read, purse.GivenBack, purse.Taken.Count));
    }

    [Fact]
    public async Task A_purse_that_is_empty_leaves_a_document_unread()
    {
        var server = Server();
        purse.ReadRefusal = new GraphQLError("Later.") { Code = ErrorCodes.Throttled };

        var answer = await server.SendAsync("{ nodes {", context: Context());
        purse.ReadRefusal = null;

        Assert.Equal("""{"errors":[{"message":"Later.","extensions":{"code":"THROTTLED"}}]}""", answer);
        Assert.Contains("SYNTAX_ERROR", await server.SendAsync("{ nodes {", context: Context()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_comes_with_the_answer() =>
        Assert.Equal(
            """{"data":{"nodes":[{"id":null}]},"extensions":{"cost":{"requestedQueryCost":11,"actualQueryCost":11,"throttleStatus":{"maximumAvailable":1000,"currentlyAvailable":500,"restoreRate":50}}}}""",
            await Server().SendAsync("{ nodes(first: 1) { id } }", context: Context(CostMode.Report))
        );

    [Theory]
    [InlineData("{ nodes(first: 1) { id } }")]
    [InlineData("mutation { m { id } }")]
    public async Task A_validation_runs_nothing_and_takes_nothing(string document)
    {
        Assert.Equal(
            """{"extensions":{"cost":{"requestedQueryCost":11,"actualQueryCost":null,"throttleStatus":{"maximumAvailable":1000,"currentlyAvailable":500,"restoreRate":50}}}}""",
            await Server().SendAsync(document, context: Context(CostMode.Validate))
        );
        Assert.Empty(log.Calls);
        Assert.Empty(purse.Taken);
    }

    [Fact]
    public async Task Without_a_wish_nothing_is_told() =>
        Assert.DoesNotContain("extensions", await Server().SendAsync("{ nodes { id } }", context: Context()), StringComparison.Ordinal);

    [Fact]
    public async Task A_failed_field_has_cost_its_level() => await ExpectActualAsync("{ fails }", 10);

    [Fact]
    public async Task A_mutation_pays_for_its_fields_and_payloads() => await ExpectActualAsync("mutation { a: m { id } b: m { id } }", 22);

    [Fact]
    public async Task Introspection_is_free_of_all_but_the_least() =>
        await ExpectActualAsync("{ __schema { types { name fields { name type { name } } } } }", 1);

    [Fact]
    public async Task A_subscription_is_paid_once_and_then_for_each_of_its_events()
    {
        var events = 0;
        await foreach (
            var response in Server()
                .Engine.SubscribeAsync(
                    Request("subscription { s { id } }"),
                    new OperationContext { AllowedOperations = AllowedOperations.All, Budget = purse },
                    TestContext.Current.CancellationToken
                )
        )
        {
            response.Dispose();
            events++;
        }

        Assert.Equal(2, events);
        Assert.Equal([1L], purse.Taken);
        Assert.Equal([(0L, 1L), (0L, 1L)], purse.Settled);
    }

    private async Task ExpectActualAsync(string document, long cost)
    {
        await Server().SendAsync(document, context: Context());

        Assert.Equal(cost, Assert.Single(purse.Settled).Actual);
    }

    private OperationContext Context(CostMode mode = CostMode.Silent) =>
        new()
        {
            Lifecycle = log,
            Budget = purse,
            Cost = mode,
        };

    private static ValueTask<GraphQLResponse> AskAsync(
        TestServer server,
        string document,
        OperationContext context,
        string? variables = null
    ) => server.Engine.ExecuteAsync(Request(document, variables), context, TestContext.Current.CancellationToken);

    private static TestServer Server(ExecutionOptions? options = null) =>
        new(
            Sdl,
            new()
            {
                ["Query.nodes"] = Sync(Nodes),
                ["Query.fails"] = Sync(_ => throw new InvalidOperationException()),
                ["Node.nodes"] = Sync(Nodes),
                ["Node.id"] = new FieldResolver.Pure(_ => null),
                ["Node.count"] = new FieldResolver.Pure(_ => 1),
                ["Mutation.m"] = Sync(_ => new object()),
                ["Subscription.s"] = new FieldResolver.Subscribe(_ => new(EventsAsync()), context => new(context.Parent)),
            },
            options
        );

    private static object?[] Nodes(IResolverContext context) =>
        [.. Enumerable.Range(0, Math.Min(3, context.Arguments.GetValueOrDefault("first") as int? ?? 20)).Select(_ => new object())];

    private static async IAsyncEnumerable<object?> EventsAsync()
    {
        await Task.Yield();
        yield return new object();
        yield return new object();
    }

    private sealed class Purse : OperationBudget
    {
        public List<long> Taken { get; } = [];
        public List<(long Requested, long Actual)> Settled { get; } = [];
        public GraphQLError? Refusal { get; set; }
        public GraphQLError? ReadRefusal { get; set; }
        public int Read { get; private set; }
        public int GivenBack { get; private set; }

        public override ThrottleStatus Status => new(1000, 500, 50);

        public override GraphQLError? TakeToRead()
        {
            Read++;
            return ReadRefusal;
        }

        public override void GiveBackToRead() => GivenBack++;

        public override GraphQLError? Take(long requestedCost)
        {
            Taken.Add(requestedCost);
            return Refusal;
        }

        public override void Settle(long requestedCost, long actualCost) => Settled.Add((requestedCost, actualCost));
    }
}
