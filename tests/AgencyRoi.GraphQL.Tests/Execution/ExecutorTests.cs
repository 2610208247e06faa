using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.Execution;

public sealed class ExecutorTests
{
    private static readonly Hero Ada = new("1", "Ada", 36);
    private static readonly Hero Bob = new("2", "Bob", null);
    private static readonly object Rex = new Dictionary<string, object?>
    {
        ["__typename"] = "Dog",
        ["name"] = "Rex",
        ["barks"] = true,
    };
    private static readonly object Tom = new Dictionary<string, object?>
    {
        ["__typename"] = "Cat",
        ["name"] = "Tom",
        ["meows"] = false,
    };

    private static readonly TestServer Server = new(
        """
        type Query { hello(name: String = "World"): String! hero: Hero! heroes: [Hero!]! pets: [Pet] search: [Result!] kind: Kind numbers: [[Int]] }
        type Hero { id: ID! name: String! age: Int friend: Hero friends: [Hero!]! pet: Pet }
        interface Pet { name: String! owner: Hero }
        type Dog implements Pet { name: String! owner: Hero barks: Boolean! }
        type Cat implements Pet { name: String! owner: Hero meows: Boolean! }
        union Result = Hero | Dog | Cat
        enum Kind { BIG SMALL }
        """,
        new Dictionary<string, FieldResolver>
        {
            ["Query.hello"] = Sync(context => $"Hello {context.Arguments["name"]}"),
            ["Query.hero"] = Sync(_ => Ada),
            ["Query.heroes"] = Batch(_ => [new[] { Ada, Bob }]),
            ["Query.pets"] = new FieldResolver.Pure(_ => new object?[] { Rex, null, Tom }),
            ["Query.search"] = PerParent(async _ =>
            {
                await Task.Yield();
                return new object[] { Tom, Ada, Rex };
            }),
            ["Query.kind"] = new FieldResolver.Pure(_ => "SMALL"),
            ["Query.numbers"] = new FieldResolver.Pure(_ => new object?[] { new[] { 1, 2 }, null, Array.Empty<int>() }),
            ["Hero.friends"] = Batch(context =>
                context.Parents.Select(parent => ReferenceEquals(parent, Ada) ? new[] { Bob } : Array.Empty<Hero>())
            ),
            ["Dog.owner"] = Sync(_ => Ada),
            ["Cat.owner"] = Batch(context => context.Parents.Select(_ => Bob)),
        }
    );

    [Theory]
    [InlineData("{ hello }", """{ "hello": "Hello World" }""")]
    [InlineData("""{ a: hello(name: "A") b: hello(name: null) }""", """{ "a": "Hello A", "b": "Hello " }""")]
    [InlineData("{ __typename hello t: __typename }", """{ "__typename": "Query", "hello": "Hello World", "t": "Query" }""")]
    [InlineData("{ hero { id name age friend { id } } }", """{ "hero": { "id": "1", "name": "Ada", "age": 36, "friend": null } }""")]
    [InlineData(
        "{ heroes { name friends { name friends { id } } } }",
        """{ "heroes": [{ "name": "Ada", "friends": [{ "name": "Bob", "friends": [] }] }, { "name": "Bob", "friends": [] }] }"""
    )]
    [InlineData("{ kind numbers }", """{ "kind": "SMALL", "numbers": [[1, 2], null, []] }""")]
    [InlineData(
        "{ hero { ...A name } hero { ... on Hero { age ...A } } } fragment A on Hero { id }",
        """{ "hero": { "id": "1", "name": "Ada", "age": 36 } }"""
    )]
    [InlineData("{ hello @skip(if: true) hero @include(if: false) { id } }", "{}")]
    [InlineData(
        "{ pets { __typename name ... on Dog { barks owner { name } } ... on Cat { meows } } }",
        """{ "pets": [{ "__typename": "Dog", "name": "Rex", "barks": true, "owner": { "name": "Ada" } }, null, { "__typename": "Cat", "name": "Tom", "meows": false }] }"""
    )]
    [InlineData(
        "{ search { ... on Pet { name owner { id friends { id } } } ... on Hero { age } } }",
        """{ "search": [{ "name": "Tom", "owner": { "id": "2", "friends": [] } }, { "age": 36 }, { "name": "Rex", "owner": { "id": "1", "friends": [{ "id": "2" }] } }] }"""
    )]
    public async Task Data_is_as_the_document_asks(string query, string data) =>
        await Server.ExpectAsync(query, $$"""{ "data": {{data}} }""");

    private sealed record Hero(string Id, string Name, int? Age);
}
