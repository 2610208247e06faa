using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Execution;

/// <summary>When the host's cache is asked, what it is told, and what the caller gets.</summary>
public sealed class ResponseCacheTests
{
    private int resolved;

    [Fact]
    public async Task A_kept_answer_is_given_without_a_unit_of_work_and_a_resolver()
    {
        var (server, cache, log) = (Server(), new Drawer(), new LifecycleLog());
        var context = new OperationContext { ResponseCache = cache, Lifecycle = log };

        var first = await server.SendAsync("{ stable }", context: context);
        var second = await server.SendAsync("{ stable }", context: context);

        Assert.Equal("""{"data":{"stable":1}}""", first);
        Assert.Equal(first, second);
        Assert.Equal(1, resolved);
        Assert.Equal(["find", "begin", "keep", "find"], cache.Calls);
        Assert.Equal(["begin query", "end query True"], log.Calls);
    }

    [Theory]
    [InlineData("{ moving }")]
    [InlineData("{ stable moving }")]
    [InlineData("{ stable __schema { description } }")]
    [InlineData("{ __typename }")]
    [InlineData("mutation { change }")]
    public async Task Only_queries_of_marked_root_fields_alone_are_looked_up(string query)
    {
        var cache = new Drawer();
        await Server().SendAsync(query, context: new OperationContext { ResponseCache = cache });
        Assert.Empty(cache.Calls);
    }

    [Fact]
    public async Task An_answer_with_an_error_is_not_kept()
    {
        var cache = new Drawer();
        var answer = await Server().SendAsync("{ stable failing }", context: new OperationContext { ResponseCache = cache });
        Assert.Contains("\"errors\"", answer, StringComparison.Ordinal);
        Assert.Equal(["find", "begin"], cache.Calls);
    }

    [Fact]
    public async Task Who_asks_for_the_price_gets_it_from_execution()
    {
        var cache = new Drawer();
        var answer = await Server()
            .SendAsync("{ stable }", context: new OperationContext { ResponseCache = cache, Cost = CostMode.Report });
        Assert.Contains("\"cost\"", answer, StringComparison.Ordinal);
        Assert.Empty(cache.Calls);
    }

    [Fact]
    public async Task A_kept_answer_costs_what_it_cost_to_work_out()
    {
        var (server, cache, purse) = (Server(), new Drawer(), new Purse());
        var context = new OperationContext { ResponseCache = cache, Budget = purse };

        await server.SendAsync("{ stable }", context: context);
        await server.SendAsync("{ stable }", context: context);

        Assert.Equal(2, purse.Settled.Count);
        Assert.Equal(purse.Settled[0], purse.Settled[1]);
    }

    private TestServer Server()
    {
        var server = new TestServer(
            "type Query { stable: Int moving: Int failing: Int } type Mutation { change: Int }",
            new()
            {
                ["Query.stable"] = TestServer.Sync(_ => ++resolved),
                ["Query.moving"] = TestServer.Sync(_ => 2),
                ["Query.failing"] = TestServer.Sync(_ => throw new InvalidOperationException("It fails.")),
                ["Mutation.change"] = TestServer.Sync(_ => 3),
            }
        );
        foreach (var field in server.Schema.Types.OfType<ObjectType>().Single(type => type.Name == "Query").Fields)
            field.CachesResponse = field.Name != "moving";
        return server;
    }

    /// <summary>Keeps the one answer that it was given last.</summary>
    private sealed class Drawer : ResponseCache
    {
        private CachedResponse? kept;

        public List<string> Calls { get; } = [];

        public override ValueTask<CachedResponse?> FindAsync(
            GraphQLRequest request,
            OperationContext context,
            CancellationToken cancellationToken
        )
        {
            Calls.Add("find");
            return new(kept);
        }

        public override ValueTask BeginAsync(CancellationToken cancellationToken)
        {
            Calls.Add("begin");
            return default;
        }

        public override void Keep(CachedResponse response)
        {
            Calls.Add("keep");
            kept = response;
        }
    }

    private sealed class Purse : OperationBudget
    {
        public List<(long Requested, long Actual)> Settled { get; } = [];

        public override void Settle(long requestedCost, long actualCost) => Settled.Add((requestedCost, actualCost));
    }
}
