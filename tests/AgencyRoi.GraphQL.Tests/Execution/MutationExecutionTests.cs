using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using Microsoft.Extensions.Time.Testing;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.Execution;

public sealed class MutationExecutionTests
{
    private readonly LifecycleLog log = new();

    [Fact]
    public async Task Root_fields_run_one_after_another_each_with_its_payload()
    {
        await Server(log)
            .ExpectAsync(
                "mutation { a: add(n: 1) { twice } b: add(n: 2) { n } c: add(n: 3) { twice } }",
                """{ "data": { "a": { "twice": 2 }, "b": { "n": 2 }, "c": { "twice": 6 } } }""",
                context: new OperationContext { Lifecycle = log }
            );

        Assert.Equal(
            [
                "begin add",
                "add 1",
                "commit add",
                "begin read add",
                "twice 1",
                "end read add",
                "begin add",
                "add 2",
                "commit add",
                "begin add",
                "add 3",
                "commit add",
                "begin read add",
                "twice 3",
                "end read add",
            ],
            log.Calls
        );
    }

    [Fact]
    public async Task A_pure_root_field_is_an_action_too()
    {
        await Server(log).SendAsync("mutation { pure __typename }", context: new OperationContext { Lifecycle = log });

        Assert.Equal(["begin pure", "pure", "commit pure"], log.Calls);
    }

    [Fact]
    public async Task A_resolver_that_throws_is_rolled_back_and_the_next_field_runs()
    {
        await Server(log)
            .ExpectAsync(
                "mutation { a: add(n: -1) { twice } b: add(n: 2) { n } }",
                """{ "errors": [{ "message": "Negative.", "locations": [{ "line": 1, "column": 12 }], "path": ["a"] }], "data": { "a": null, "b": { "n": 2 } } }""",
                context: new OperationContext { Lifecycle = log }
            );

        Assert.Equal(["begin add", "add -1", "rollback add", "begin add", "add 2", "commit add"], log.Calls);
    }

    [Fact]
    public async Task A_payload_that_says_errors_is_rolled_back_and_still_read()
    {
        await Server(log)
            .ExpectAsync(
                "mutation { add(n: 0) { n twice } }",
                """{ "data": { "add": { "n": 0, "twice": 0 } } }""",
                context: new OperationContext { Lifecycle = log }
            );

        Assert.Equal(["begin add", "add 0", "rollback add", "begin read add", "twice 0", "end read add"], log.Calls);
    }

    [Theory]
    [InlineData("begin add", "begin add")]
    [InlineData("commit add", "begin add", "add 1", "commit add", "rollback add")]
    [InlineData("begin read add", "begin add", "add 1", "commit add", "begin read add")]
    public async Task A_hook_that_fails_is_the_error_of_the_field(string failing, params string[] calls)
    {
        var failingLog = new LifecycleLog { Failing = failing };

        await Server(failingLog)
            .ExpectAsync(
                "mutation { add(n: 1) { twice } }",
                $$"""{ "errors": [{ "message": "{{failing}} failed", "locations": [{ "line": 1, "column": 12 }], "path": ["add"], "extensions": { "code": "HOOK" } }], "data": { "add": null } }""",
                context: new OperationContext { Lifecycle = failingLog }
            );

        Assert.Equal(calls, failingLog.Calls);
    }

    [Fact]
    public async Task A_hook_that_fails_after_the_read_hides_nothing()
    {
        var failingLog = new LifecycleLog { Failing = "end read add" };

        await Server(failingLog)
            .ExpectAsync(
                "mutation { add(n: 1) { twice } }",
                """{ "data": { "add": { "twice": 2 } } }""",
                context: new OperationContext { Lifecycle = failingLog }
            );

        Assert.Single(failingLog.Exceptions);
    }

    [Fact]
    public async Task An_error_in_the_payload_leaves_the_write()
    {
        await Server(log)
            .ExpectAsync(
                "mutation { add(n: 13) { n twice } }",
                """{ "errors": [{ "message": "Unlucky.", "locations": [{ "line": 1, "column": 27 }], "path": ["add", "twice"] }], "data": { "add": { "n": 13, "twice": null } } }""",
                context: new OperationContext { Lifecycle = log }
            );

        Assert.DoesNotContain("rollback add", log.Calls);
    }

    [Fact]
    public async Task When_time_is_over_the_running_field_is_rolled_back_and_the_later_ones_do_not_begin()
    {
        var time = new FakeTimeProvider();
        var server = Server(log, new ExecutionOptions { TimeProvider = time }, beforeWaiting: () => time.Advance(TimeSpan.FromSeconds(11)));

        var answer = await server.SendAsync(
            "mutation { a: add(n: 1) { n } wait b: add(n: 2) { n } }",
            context: new OperationContext { Lifecycle = log }
        );

        Assert.Equal(["begin add", "add 1", "commit add", "begin wait", "rollback wait"], log.Calls);
        ExpectData("""{"a":{"n":1},"wait":null,"b":null}""", answer, """path":["wait"],"extensions":{"code":"TIMEOUT"}""");
        ExpectData("""{"a":{"n":1},"wait":null,"b":null}""", answer, """path":["b"],"extensions":{"code":"TIMEOUT"}""");
    }

    [Theory]
    [InlineData("mutation { wait add(n: 1) { n } }")]
    [InlineData("mutation { wait }")]
    public async Task When_the_caller_cancels_the_running_field_is_rolled_back(string mutation)
    {
        using var caller = new CancellationTokenSource();
        var server = Server(log, beforeWaiting: caller.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await server.Engine.ExecuteAsync(Request(mutation), new OperationContext { Lifecycle = log }, caller.Token)
        );

        Assert.Equal(["begin wait", "rollback wait"], log.Calls);
    }

    private static TestServer Server(LifecycleLog log, ExecutionOptions? options = null, Action? beforeWaiting = null) =>
        new(
            """
            type Query { a: Int }
            type Mutation { add(n: Int!): Added pure: Int wait: Int }
            type Added { n: Int! twice: Int }
            """,
            new Dictionary<string, FieldResolver>
            {
                ["Mutation.add"] = PerParent(async context =>
                {
                    await Task.Yield();
                    var n = (int)context.Arguments["n"]!;
                    log.Calls.Add($"add {n}");
                    return n < 0 ? throw new GraphQLException("Negative.") : new Added(n);
                }),
                ["Mutation.pure"] = new FieldResolver.Pure(_ =>
                {
                    log.Calls.Add("pure");
                    return 1;
                }),
                ["Mutation.wait"] = PerParent(async context =>
                {
                    beforeWaiting!();
                    await Task.Delay(Timeout.Infinite, context.CancellationToken);
                    return 1;
                }),
                ["Added.twice"] = Batch(context =>
                    context.Parents.Select(parent =>
                    {
                        var n = ((Added)parent).N;
                        log.Calls.Add($"twice {n}");
                        return n == 13 ? new GraphQLException("Unlucky.") : (object)(n * 2);
                    })
                ),
            },
            options
        );

    private sealed record Added(int N) : IMutationResult
    {
        public bool HasErrors => N == 0;
    }
}
