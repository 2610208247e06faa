using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using Microsoft.Extensions.Time.Testing;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.Execution;

public sealed class GraphQLEngineTests
{
    private readonly LifecycleLog log = new();
    private bool closed;

    [Theory]
    [InlineData("{ a", null, "Syntax Error: Expected Name, found <EOF>.", "SYNTAX_ERROR")]
    [InlineData("{ z }", null, """Cannot query field "z" on type "Query".""", "VALIDATION_ERROR")]
    [InlineData(
        "query A { a } query B { a }",
        null,
        "Must provide operation name if query contains multiple operations.",
        "OPERATION_NOT_FOUND"
    )]
    [InlineData("query A { a } query B { a }", "C", """Unknown operation named "C".""", "OPERATION_NOT_FOUND")]
    [InlineData("subscription { ticks }", null, "A subscription is not accepted here.", "OPERATION_NOT_ALLOWED")]
    public async Task A_request_that_cannot_be_executed_has_no_data(string query, string? operationName, string message, string code)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var response = await Server()
                .Engine.ExecuteAsync(Request(query, operationName: operationName), new OperationContext { RequestId = "r1" });

            var error = Assert.Single(response.Errors);
            Assert.Equal((message, code), (error.Message, error.Code));
            Assert.False(response.HasData);
            Assert.EndsWith($"{{\"code\":\"{code}\",\"requestId\":\"r1\"}}}}]}}", response.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_named_operation_runs() =>
        Assert.Equal("""{"data":{"b":1}}""", await Server().SendAsync("query A { a } query B { b: a }", operationName: "B"));

    [Fact]
    public async Task A_transport_may_forbid_mutations()
    {
        var context = new OperationContext { AllowedOperations = AllowedOperations.Query, Lifecycle = log };

        Assert.Contains("OPERATION_NOT_ALLOWED", await Server().SendAsync("mutation { m }", context: context), StringComparison.Ordinal);
        Assert.Empty(log.Calls);
    }

    [Fact]
    public async Task A_query_is_one_unit_of_work()
    {
        await Server().SendAsync("{ a b { a } }", context: new OperationContext { Lifecycle = log });

        Assert.Equal(["begin query", "end query True"], log.Calls);
    }

    [Fact]
    public async Task A_query_that_resolves_nothing_opens_nothing()
    {
        var answer = await Server().SendAsync("{ pure __typename }", context: new OperationContext { Lifecycle = log });

        Assert.Equal("""{"data":{"pure":1,"__typename":"Query"}}""", answer);
        Assert.Empty(log.Calls);
    }

    [Fact]
    public async Task Introspection_opens_nothing()
    {
        await Server().SendAsync("{ __schema { types { fields { name } } } pure }", context: new OperationContext { Lifecycle = log });

        Assert.Empty(log.Calls);
    }

    [Fact]
    public async Task Extensions_come_last()
    {
        var context = new OperationContext { ResponseExtensions = new Dictionary<string, object?> { ["cost"] = 3 } };

        Assert.Equal("""{"data":{"pure":1},"extensions":{"cost":3}}""", await Server().SendAsync("{ pure }", context: context));
    }

    [Fact]
    public async Task A_condition_is_never_null() =>
        Assert.Equal(
            """{"errors":[{"message":"Argument \"if\" of non-null type \"Boolean!\" must not be null: variable \"$s\".","extensions":{"code":"BAD_INPUT"}}]}""",
            await Server().SendAsync("query($s: Boolean = true) { a @skip(if: $s) }", """{"s":null}""")
        );

    [Theory]
    [InlineData("begin query")]
    [InlineData("end query True")]
    public async Task A_unit_of_work_that_fails_is_a_request_error(string failing)
    {
        var context = new OperationContext { Lifecycle = new LifecycleLog { Failing = failing } };

        Assert.Equal(
            "{\"errors\":[{\"message\":\"" + failing + " failed\",\"extensions\":{\"code\":\"HOOK\"}}]}",
            await Server().SendAsync("{ a }", context: context)
        );
    }

    [Fact]
    public async Task A_query_that_takes_too_long_has_no_data_and_says_where_it_was()
    {
        var time = new FakeTimeProvider();
        var server = Server(new ExecutionOptions { TimeProvider = time }, () => time.Advance(TimeSpan.FromSeconds(10)));

        var answer = await server.SendAsync("{ a wait }", context: new OperationContext { Lifecycle = log });

        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than it is allowed to.","locations":[{"line":1,"column":5}],"path":["wait"],"extensions":{"code":"TIMEOUT"}}]}""",
            answer
        );
        Assert.Equal(["begin query", "end query False"], log.Calls);
    }

    [Fact]
    public async Task A_caller_that_cancels_gets_its_exception_after_the_unit_of_work_is_closed()
    {
        using var caller = new CancellationTokenSource();
        var server = Server(beforeWaiting: caller.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await server.Engine.ExecuteAsync(Request("{ wait }"), new OperationContext { Lifecycle = log }, caller.Token)
        );

        Assert.Equal(["begin query", "end query False"], log.Calls);
    }

    [Fact]
    public async Task Each_event_of_a_subscription_is_an_operation()
    {
        var answers = await StreamAsync(Server(), "subscription($n: Int!) { t: ticks(to: $n) }", """{"n":3}""");

        Assert.Equal(["""{"data":{"t":10}}""", """{"data":{"t":20}}""", """{"data":{"t":30}}"""], answers);
        Assert.Equal(Enumerable.Repeat(new[] { "begin query", "end query True" }, 3).SelectMany(calls => calls), log.Calls);
    }

    [Theory]
    [InlineData("{ a }", """{"data":{"a":1}}""")]
    [InlineData(
        "{ z }",
        """{"errors":[{"message":"Cannot query field \"z\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"VALIDATION_ERROR"}}]}"""
    )]
    [InlineData(
        "subscription { ticks(to: -1) }",
        """{"errors":[{"message":"No ticks.","locations":[{"line":1,"column":16}],"path":["ticks"]}]}"""
    )]
    [InlineData(
        "subscription { ticks(to: 101) }",
        """{"data":{"ticks":10}}""",
        """{"errors":[{"message":"Unexpected Execution Error","extensions":{"code":"INTERNAL"}}]}"""
    )]
    public async Task A_stream_says_what_went_wrong_and_ends(string query, params string[] answers) =>
        Assert.Equal(answers, await StreamAsync(Server(), query));

    [Fact]
    public async Task A_stream_that_the_caller_leaves_is_closed()
    {
        var server = Server();
        await foreach (var response in server.Engine.SubscribeAsync(Request("subscription { ticks(to: 3) }"), Streaming()))
        {
            response.Dispose();
            break;
        }

        Assert.True(closed);
    }

    [Fact]
    public async Task A_source_that_fails_when_it_is_cut_off_was_cut_off_all_the_same()
    {
        using var cut = new CancellationTokenSource();
        var answers = Server()
            .Engine.SubscribeAsync(Request("subscription { ticks(to: 101) }"), Streaming(), cut.Token)
            .GetAsyncEnumerator();
        Assert.True(await answers.MoveNextAsync());
        answers.Current.Dispose();

        await cut.CancelAsync();

        var end = await Assert.ThrowsAsync<OperationCanceledException>(async () => await answers.MoveNextAsync());
        Assert.Equal("The source broke.", end.InnerException?.Message);
        await answers.DisposeAsync();
    }

    [Fact]
    public async Task The_schema_describes_itself()
    {
        using var answer = JsonDocument.Parse(await Server().SendAsync(IntrospectionQuery));

        var schema = answer.RootElement.GetProperty("data").GetProperty("__schema");
        Assert.Equal("Query", schema.GetProperty("queryType").GetProperty("name").GetString());
        var types = schema.GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);
        Assert.Equal(
            """[{"name":"to","description":null,"type":{"kind":"SCALAR","name":"Int","ofType":null},"defaultValue":"3"}]""",
            types["Subscription"].GetProperty("fields")[0].GetProperty("args").GetRawText()
        );
        Assert.Equal(
            """{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null,"ofType":{"kind":"NON_NULL","name":null}}}""",
            types["__Schema"]
                .GetProperty("fields")
                .EnumerateArray()
                .Single(field => field.GetProperty("name").GetString() == "types")
                .GetProperty("type")
                .GetRawText()
        );
    }

    [Fact]
    public async Task Ten_thousand_objects_and_fifty_levels()
    {
        var wide = await Server().SendAsync("{ many { a b { a } } }");
        Assert.Equal(10_000, JsonDocument.Parse(wide).RootElement.GetProperty("data").GetProperty("many").GetArrayLength());

        var deep = string.Concat(Enumerable.Repeat("b { ", 50)) + "a" + string.Concat(Enumerable.Repeat(" }", 50));
        var server = Server(new ExecutionOptions { Validation = new() { Limits = new() { MaxAllowedExecutionDepth = 60 } } });
        var answer = await server.SendAsync($"{{ {deep} }}");
        Assert.Contains("\"a\":1", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_plan_serves_concurrent_executions_with_their_own_variables()
    {
        var server = Server();
        const string query =
            "query($n: Int!, $s: Boolean!) { echo(n: $n) pure @skip(if: $s) many @include(if: $s) { a } b { echo(n: $n) } }";

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            async (n, stop) =>
            {
                var skip = n % 2 == 0 && n < 4;
                using var response = await server.Engine.ExecuteAsync(
                    Request(query, $$"""{"n":{{n}},"s":{{(skip ? "true" : "false")}}}"""),
                    new OperationContext(),
                    stop
                );
                var answer = response.ToString();
                Assert.Contains($"\"b\":{{\"echo\":{n}}}", answer, StringComparison.Ordinal);
                Assert.Equal(!skip, answer.Contains("\"pure\"", StringComparison.Ordinal));
            }
        );
    }

    [Fact]
    public async Task What_a_resolver_asks_for_below_it_is_known_to_it()
    {
        var server = new TestServer(
            "type Query { a: A } type A { n: Int b: A }",
            new Dictionary<string, FieldResolver>
            {
                ["Query.a"] = Sync(context =>
                {
                    Assert.True(context.IsSelected("n"));
                    Assert.True(context.IsSelected("b", "n"));
                    Assert.False(context.IsSelected("b", "b"));
                    return null;
                }),
            }
        );

        await server.ExpectAsync(
            "query($no: Boolean!) { a { ...F alias: b { n b @include(if: $no) { n } } } } fragment F on A { n }",
            """{ "data": { "a": null } }""",
            """{ "no": false }"""
        );
    }

    private TestServer Server(ExecutionOptions? options = null, Action? beforeWaiting = null) =>
        new(
            """
            type Query { a: Int b: Query echo(n: Int!): Int many: [Query!]! pure: Int wait: Int }
            type Mutation { m: Int }
            type Subscription { ticks(to: Int = 3): Int }
            """,
            new Dictionary<string, FieldResolver>
            {
                ["Query.a"] = Sync(_ => 1),
                ["Query.b"] = PerParent(async context =>
                {
                    await Task.Yield();
                    return context.Parent;
                }),
                ["Query.echo"] = Batch(context => context.Parents.Select(_ => context.Arguments["n"])),
                ["Query.many"] = Sync(context => Enumerable.Repeat(context.Parent, 10_000)),
                ["Query.pure"] = new FieldResolver.Pure(_ => 1),
                ["Query.wait"] = PerParent(async context =>
                {
                    beforeWaiting!();
                    await Task.Delay(Timeout.Infinite, context.CancellationToken);
                    return 1;
                }),
                ["Subscription.ticks"] = new FieldResolver.Subscribe(
                    context =>
                    {
                        var to = (int)context.Arguments["to"]!;
                        return to < 0 ? throw new GraphQLException("No ticks.") : new(TicksAsync(to));
                    },
                    context => new ValueTask<object?>((int)context.Parent! * 10)
                ),
            },
            options
        );

    private async IAsyncEnumerable<object?> TicksAsync(int to)
    {
        try
        {
            for (var i = 1; i <= to; i++)
            {
                await Task.Yield();
                yield return i;
                if (to > 100)
                    throw new InvalidOperationException("The source broke.");
            }
        }
        finally
        {
            closed = true;
        }
    }

    private OperationContext Streaming() => new() { Lifecycle = log, AllowedOperations = AllowedOperations.All };

    private async Task<List<string>> StreamAsync(TestServer server, string query, string? variables = null)
    {
        var answers = new List<string>();
        await foreach (var response in server.Engine.SubscribeAsync(Request(query, variables), Streaming()))
        {
            using (response)
                answers.Add(response.ToString());
        }
        return answers;
    }

    private const string IntrospectionQuery = """
        query {
          __schema {
            queryType { name }
            types { kind name description fields(includeDeprecated: true) { name args { name description type { kind name ofType { name } } defaultValue }
              type { kind name ofType { kind name ofType { kind name } } } isDeprecated } enumValues { name } possibleTypes { name } interfaces { name } }
            directives { name locations args { name } }
          }
        }
        """;
}
