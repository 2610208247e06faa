using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.Tests.Execution.Planning;

public sealed class DeprecatedUseTests
{
    private const string Sdl = """
        type Query {
          book(by: Key, id: ID @deprecated): Book
          books(genres: [Genre!] = [POETRY], where: Filter): [Book!]
          formerly: String @deprecated(reason: "Use book.")
        }
        interface Named { label: String @deprecated }
        type Book implements Named { title: String label: String @deprecated isbn: String @deprecated }
        enum Genre { NOVEL POETRY PULP @deprecated }
        input Key { isbn: String @deprecated code: String }
        input Filter { and: [Filter!] genre: Genre key: Key }
        """;

    private readonly TestServer server = new(Sdl);
    private readonly LifecycleLog log = new();

    [Theory]
    [InlineData("{ formerly }", "Query.formerly")]
    [InlineData("{ book { title } }")]
    [InlineData("{ book { isbn } }", "Book.isbn")]
    [InlineData("{ book(id: 1) { title } }", "Query.book(id:)")]
    [InlineData("""{ book(by: { isbn: "1" }) { title } }""", "Key.isbn")]
    [InlineData("{ books(genres: [NOVEL, PULP]) { title } }", "Genre.PULP")]
    [InlineData("{ books(genres: PULP) { title } }", "Genre.PULP")]
    [InlineData("{ books(where: { and: [{ genre: PULP }] }) { title } }", "Genre.PULP")]
    [InlineData("query($genres: [Genre!] = [PULP]) { books(genres: $genres) { title } }", "Genre.PULP")]
    [InlineData("{ book { ...F } } fragment F on Book { ... @include(if: true) { isbn isbn } }", "Book.isbn")]
    [InlineData("{ book { ... on Named { label } } }", "Named.label")]
    [InlineData("{ formerly @skip(if: true) book { isbn label } }", "Book.isbn", "Book.label", "Query.formerly")]
    public async Task What_the_document_names_is_told_once_for_each_execution(string document, params string[] coordinates)
    {
        await SendAsync(document);
        await SendAsync(document);

        Assert.Equal(coordinates.Length == 0 ? [] : [coordinates, coordinates], log.Deprecated);
    }

    [Fact]
    public async Task Only_the_operation_that_runs_counts()
    {
        const string document = "query A { formerly } query B { book { title } }";

        await SendAsync(document, operationName: "B");
        Assert.Empty(log.Deprecated);
        await SendAsync(document, operationName: "A");
        Assert.Equal(
            [
                ["Query.formerly"],
            ],
            log.Deprecated
        );
    }

    [Theory]
    [InlineData("""{ "where": { "genre": "NOVEL" } }""")]
    [InlineData("""{ "where": null }""")]
    [InlineData("{ }")]
    [InlineData("""{ "where": { "genre": "PULP" } }""", "Genre.PULP")]
    [InlineData("""{ "where": { "and": [{ "and": { "genre": "PULP" } }, { "key": { "isbn": null } }] } }""", "Genre.PULP", "Key.isbn")]
    public async Task Values_of_variables_count_too(string variables, params string[] coordinates)
    {
        await SendAsync("query($where: Filter) { books(where: $where) { title } }", variables);

        Assert.Equal(coordinates.Length == 0 ? [] : [coordinates], log.Deprecated);
    }

    [Fact]
    public async Task What_is_not_executed_is_not_use()
    {
        await SendAsync("{ formerly nothing }");
        await SendAsync("query($where: Filter) { formerly books(where: $where) { title } }", """{ "where": { "genre": "NONE" } }""");

        Assert.Empty(log.Deprecated);
    }

    private Task<string> SendAsync(string document, string? variables = null, string? operationName = null) =>
        server.SendAsync(document, variables, new OperationContext { Lifecycle = log }, operationName);
}
