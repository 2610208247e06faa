using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Execution.Planning;

public sealed class MemberGuardTests
{
    private const string Sdl = """
        type Query {
          book(side: Side = PUBLIC): Book
          books(where: Filter, order: [Order!], sides: [Side!]): [Book!]
          wages: Int
        }
        type Mutation { pay: Int }
        interface Priced { price: Int cost: Int }
        type Book implements Priced { title: String price: Int cost: Int twin: Book }
        enum Side { PUBLIC SECRET }
        input Filter { and: [Filter!] cost: Int title: String side: Side }
        input Order { cost: Direction title: Direction }
        enum Direction { ASC DESC }
        """;

    private static readonly string[] Guarded = ["Query.wages", "Mutation.pay", "Book.cost", "Side.SECRET", "Filter.cost", "Order.cost"];

    private readonly List<string> resolved = [];
    private readonly TestServer server;
    private bool mayUse;

    public MemberGuardTests()
    {
        var book = new Dictionary<string, object?>
        {
            ["__typename"] = "Book",
            ["title"] = "Emma",
            ["price"] = 9,
            ["cost"] = 4,
        };
        book["twin"] = book;
        server = new TestServer(
            Sdl,
            new()
            {
                ["Query.book"] = Resolve("book", book),
                ["Query.books"] = Resolve("books", new[] { book, book }),
                ["Query.wages"] = Resolve("wages", 7),
                ["Mutation.pay"] = Resolve("pay", 1),
            },
            new ExecutionOptions
            {
                Guard = new() { IsGuarded = Guarded.Contains, MayUse = (_, _) => mayUse },
            }
        );
    }

    [Theory]
    [InlineData("{ wages }", """{"wages":null}""", "wages")]
    [InlineData("{ book { title cost } }", """{"book":{"title":"Emma","cost":null}}""", "cost")]
    [InlineData("{ book { ... on Priced { cost } } }", """{"book":{"cost":null}}""", "cost")]
    [InlineData("{ book { twin { paid: cost } } }", """{"book":{"twin":{"paid":null}}}""", "paid")]
    [InlineData("{ books { cost } }", """{"books":[{"cost":null},{"cost":null}]}""", "cost")]
    [InlineData("{ book(side: SECRET) { title } }", """{"book":null}""", "book")]
    [InlineData("query($side: Side = SECRET) { book(side: $side) { title } }", """{"book":null}""", "book")]
    [InlineData("{ books(sides: SECRET) { title } }", """{"books":null}""", "books")]
    [InlineData("{ books(where: { and: [{ and: { cost: 4 } }] }) { title } }", """{"books":null}""", "books")]
    [InlineData("{ books(where: { cost: null }) { title } }", """{"books":null}""", "books")]
    [InlineData("{ books(order: [{ title: ASC }, { cost: ASC }]) { title } }", """{"books":null}""", "books")]
    public async Task A_refused_field_is_null_and_its_neighbours_are_not(string document, string data, string at)
    {
        var answer = await server.SendAsync(document);

        TestServer.ExpectData(data, answer, "FORBIDDEN");
        Assert.Contains($"\"{at}\"]", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query($side: Side) { book(side: $side) { title } }", """{ "side": "SECRET" }""")]
    [InlineData("query($sides: [Side!]) { books(sides: $sides) { title } }", """{ "sides": ["PUBLIC", "SECRET"] }""")]
    [InlineData("query($side: Side!) { books(sides: [PUBLIC, $side]) { title } }", """{ "side": "SECRET" }""")]
    [InlineData("query($where: Filter) { books(where: $where) { title } }", """{ "where": { "and": [{ "cost": 1 }] } }""")]
    [InlineData("query($cost: Int) { books(where: { cost: $cost }) { title } }", """{ "cost": 1 }""")]
    [InlineData("query($where: Filter!) { books(where: { and: [$where] }) { title } }", """{ "where": { "side": "SECRET" } }""")]
    [InlineData("query($by: Direction) { books(order: { cost: $by }) { title } }", """{ "by": "ASC" }""")]
    [InlineData("query($order: [Order!]) { books(order: $order) { title } }", """{ "order": { "cost": "ASC" } }""")]
    public async Task What_variables_name_counts_too(string document, string variables)
    {
        Assert.Contains("FORBIDDEN", await server.SendAsync(document, variables), StringComparison.Ordinal);
        Assert.Empty(resolved);
        mayUse = true;
        Assert.DoesNotContain("errors", await server.SendAsync(document, variables), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ book { title price } }")]
    [InlineData("{ book(side: PUBLIC) { title } books(where: { title: \"SECRET\" }) { title } }")]
    [InlineData("{ wages @skip(if: true) book { cost @include(if: false) title } }")]
    public async Task What_names_nothing_guarded_is_answered(string document) =>
        Assert.DoesNotContain("errors", await server.SendAsync(document), StringComparison.Ordinal);

    [Fact]
    public async Task One_document_is_answered_by_what_each_of_its_callers_may()
    {
        const string document = "query($side: Side = SECRET) { wages book(side: $side) { cost } }";

        Assert.Contains("FORBIDDEN", await server.SendAsync(document), StringComparison.Ordinal);
        mayUse = true;
        TestServer.ExpectData("""{"wages":7,"book":{"cost":4}}""", await server.SendAsync(document));
        mayUse = false;
        Assert.Contains("FORBIDDEN", await server.SendAsync(document), StringComparison.Ordinal);
        TestServer.ExpectData(
            """{"wages":null,"book":{"cost":null}}""",
            await server.SendAsync(document, """{ "side": "PUBLIC" }"""),
            "FORBIDDEN"
        );
    }

    [Fact]
    public async Task A_refused_mutation_does_nothing()
    {
        TestServer.ExpectData("""{"pay":null}""", await server.SendAsync("mutation { pay }"), "FORBIDDEN");

        Assert.Empty(resolved);
    }

    [Fact]
    public void A_default_value_names_nothing_guarded() =>
        Assert.Throws<SchemaException>(() =>
            new GraphQLEngine(
                server.Schema,
                new()
                {
                    Guard = new() { IsGuarded = "Side.PUBLIC".Equals, MayUse = (_, _) => true },
                }
            )
        );

    private FieldResolver Resolve(string name, object value) =>
        TestServer.Sync(_ =>
        {
            resolved.Add(name);
            return value;
        });
}
