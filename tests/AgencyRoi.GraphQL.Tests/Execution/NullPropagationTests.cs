using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors</summary>
public sealed class NullPropagationTests
{
    private static readonly object One = new Dictionary<string, object?> { ["n"] = 1, ["s"] = "one" };
    private static readonly object Null = new Dictionary<string, object?> { ["n"] = null, ["s"] = "null" };

    /// <summary>How the list of two objects is typed, and what is left when the second one's <c>n: Int!</c> is null.</summary>
    [Theory]
    [InlineData("[Item]", """{"list":[{"n":1},null],"after":"x"}""")]
    [InlineData("[Item]!", """{"list":[{"n":1},null],"after":"x"}""")]
    [InlineData("[Item!]", """{"list":null,"after":"x"}""")]
    [InlineData("[Item!]!", "null")]
    public async Task A_null_rises_to_the_nearest_nullable_place(string type, string data)
    {
        foreach (var resolver in EveryKind(_ => new[] { One, Null }))
        {
            var server = Server($"type Query {{ list: {type} after: String }} type Item {{ n: Int! s: String }}", resolver);

            var answer = await server.SendAsync("{ list { n } after }");

            Assert.Equal(
                """{"errors":[{"message":"Cannot return null for non-nullable field Item.n.","locations":[{"line":1,"column":10}],"path":["list",1,"n"],"extensions":{"code":"INTERNAL"}}],"data":"""
                    + data
                    + "}",
                answer
            );
        }
    }

    [Theory]
    [InlineData("[[Item!]]", """{"list":[null,[{"s":"one"}]]}""")]
    [InlineData("[[Item!]!]", """{"list":null}""")]
    [InlineData("[[Item]]!", """{"list":[[{"s":"one"},null,{"s":"one"}],[{"s":"one"}]]}""")]
    public async Task A_list_left_early_does_not_shift_what_comes_after(string type, string data)
    {
        var lists = new object?[] { new object?[] { One, null, One }, new[] { One } };
        var server = new TestServer(
            $"type Query {{ list: {type} }} type Item {{ s: String }}",
            new Dictionary<string, FieldResolver>
            {
                ["Query.list"] = Sync(_ => lists),
                ["Item.s"] = Batch(context => context.Parents.Select(parent => ((IReadOnlyDictionary<string, object?>)parent)["s"])),
            }
        );

        ExpectData(data, await server.SendAsync("{ list { s } }"));
    }

    [Fact]
    public async Task An_object_left_early_does_not_shift_the_columns_of_the_next_one()
    {
        var server = new TestServer(
            "type Query { list: [Item] } type Item { n: Int! items: [Item!] s: String! }",
            new Dictionary<string, FieldResolver>
            {
                ["Query.list"] = new FieldResolver.Pure(_ => new[] { Null, One, Null, One }),
                ["Item.items"] = Sync(context => new[] { One, context.Parent, One }),
                ["Item.s"] = Batch(context => context.Parents.Select((_, row) => $"s{row}")),
            }
        );

        ExpectData(
            """{"list":[null,{"n":1,"items":[{"s":"s3"},{"s":"s4"},{"s":"s5"}]},null,{"n":1,"items":[{"s":"s9"},{"s":"s10"},{"s":"s11"}]}]}""",
            await server.SendAsync("{ list { n items { s } } }")
        );
    }

    [Fact]
    public async Task A_field_that_fails_is_null_and_its_siblings_stay()
    {
        foreach (var resolver in EveryKind(_ => throw new GraphQLException("No.", "SAID_NO")))
        {
            var server = Server("type Query { list: [Item] after: String } type Item { n: Int }", resolver);

            Assert.Equal(
                """{"errors":[{"message":"No.","locations":[{"line":1,"column":3}],"path":["list"],"extensions":{"code":"SAID_NO"}}],"data":{"list":null,"after":"x"}}""",
                await server.SendAsync("{ list { n } after }")
            );
        }
    }

    [Fact]
    public async Task An_unexpected_exception_is_told_to_the_host_once_and_not_to_the_client()
    {
        var failure = new InvalidOperationException("password=secret");
        var server = new TestServer(
            "type Query { list: [Item] } type Item { a: Int }",
            new Dictionary<string, FieldResolver> { ["Query.list"] = Sync(_ => new[] { One, One }), ["Item.a"] = Batch(_ => throw failure) }
        );
        var log = new LifecycleLog();

        var answer = await server.SendAsync("{ list { a } }", context: new OperationContext { Lifecycle = log, RequestId = "r1" });

        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":10}],"path":["list",0,"a"],"extensions":{"code":"INTERNAL","requestId":"r1"}},{"message":"Unexpected Execution Error","locations":[{"line":1,"column":10}],"path":["list",1,"a"],"extensions":{"code":"INTERNAL","requestId":"r1"}}],"data":{"list":[{"a":null},{"a":null}]}}""",
            answer
        );
        Assert.Equal([failure], log.Exceptions);
    }

    [Fact]
    public async Task A_batch_may_fail_for_one_parent_alone()
    {
        var server = new TestServer(
            "type Query { list: [Item] } type Item { a: Int! }",
            new Dictionary<string, FieldResolver>
            {
                ["Query.list"] = Sync(_ => new[] { One, One, One }),
                ["Item.a"] = Batch(_ => [1, new GraphQLException("Not this one."), 3]),
            }
        );

        await server.ExpectAsync(
            "{ list { a } }",
            """{"errors":[{"message":"Not this one.","locations":[{"line":1,"column":10}],"path":["list",1,"a"]}],"data":{"list":[{"a":1},null,{"a":3}]}}"""
        );
    }

    [Theory]
    [InlineData("Int", "abc", "null")]
    [InlineData("[Int]", "abc", "null")]
    [InlineData("Kind", "HUGE", "null")]
    [InlineData("Pet", "mouse", "null")]
    public async Task A_value_that_its_type_cannot_show_is_an_error(string type, object value, string data)
    {
        foreach (var resolver in EveryKind(_ => value))
        {
            var server = Server(
                $"type Query {{ list: {type} after: String }} enum Kind {{ BIG }} interface Pet {{ n: Int }} type Dog implements Pet {{ n: Int }}",
                resolver
            );

            var answer = await server.SendAsync(type == "Pet" ? "{ list { n } after }" : "{ list after }");

            ExpectData($$"""{"list":{{data}},"after":"x"}""", answer, "\"path\":[\"list\"]");
        }
    }

    [Fact]
    public async Task A_wrong_item_is_null_alone()
    {
        foreach (var resolver in EveryKind(_ => new object?[] { 1, "two", 3 }))
        {
            var server = Server("type Query { list: [Int] after: String }", resolver);

            ExpectData("""{"list":[1,null,3],"after":"x"}""", await server.SendAsync("{ list after }"), "\"path\":[\"list\",1]");
        }
    }

    [Fact]
    public async Task An_error_that_a_resolver_reports_leaves_the_value()
    {
        var server = new TestServer(
            "type Query { a: Int }",
            new Dictionary<string, FieldResolver>
            {
                ["Query.a"] = Sync(context =>
                {
                    context.ReportError(new GraphQLError("Partly.") { Extensions = new Dictionary<string, object?> { ["n"] = 1.5m } });
                    return 7;
                }),
            }
        );

        await server.ExpectAsync(
            "{ b: a }",
            """{"errors":[{"message":"Partly.","locations":[{"line":1,"column":3}],"path":["b"],"extensions":{"n":1.5}}],"data":{"b":7}}"""
        );
    }

    [Fact]
    public async Task An_error_filter_gives_a_known_exception_its_code()
    {
        var server = new TestServer(
            "type Query { a: Int }",
            new Dictionary<string, FieldResolver> { ["Query.a"] = PerParent(_ => throw new TimeoutException()) },
            new ExecutionOptions
            {
                ErrorFilter = error =>
                    error.Exception is TimeoutException ? new GraphQLError("Busy.") { Code = "BUSY", Path = error.Path } : error,
            }
        );
        var log = new LifecycleLog();

        var answer = await server.SendAsync("{ a }", context: new OperationContext { Lifecycle = log });

        Assert.Equal("""{"errors":[{"message":"Busy.","path":["a"],"extensions":{"code":"BUSY"}}],"data":{"a":null}}""", answer);
        Assert.Empty(log.Exceptions);
    }

    private static TestServer Server(string sdl, FieldResolver list) =>
        new(sdl, new Dictionary<string, FieldResolver> { ["Query.list"] = list, ["Query.after"] = new FieldResolver.Pure(_ => "x") });

    private static IEnumerable<FieldResolver> EveryKind(Func<object?, object?> value) =>
        [
            new FieldResolver.Pure(value),
            Sync(context => value(context.Parent)),
            PerParent(async context =>
            {
                await Task.Yield();
                return value(context.Parent);
            }),
            Batch(context => context.Parents.Select(value)),
        ];
}
