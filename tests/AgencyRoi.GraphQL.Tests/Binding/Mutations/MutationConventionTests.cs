using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.GraphQL.Tests.Binding.Mutations;

public sealed class MutationConventionTests
{
    private static readonly string Ann = GlobalId.Format("Author", LibraryServer.Id(1));
    private readonly LibraryServer server = new();

    public MutationConventionTests()
    {
        server.Shelf.Authors.Add(new Author { Id = LibraryServer.Id(1), Name = "Ann" });
        server.Add(1, "Alpha");
    }

    [Fact]
    public async Task Success_is_the_result_and_no_errors() =>
        Assert.Equal(
            """{"addBook":{"book":{"title":"Beta","pages":100,"format":"HARD_COVER","author":{"name":"Ann"}},"errors":null}}""",
            await AddAsync($$"""{ title: "Beta", authorId: "{{Ann}}" }""")
        );

    [Fact]
    public async Task An_error_is_a_value_of_the_payload() =>
        Assert.Equal(
            """{"addBook":{"book":null,"errors":[{"__typename":"TitleTaken","message":"There already is a book called Alpha.","path":null,"title":"Alpha"}]}}""",
            await AddAsync($$"""{ title: "Alpha", authorId: "{{Ann}}" }""")
        );

    [Theory]
    [InlineData("QXV0aG9yOjAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwOQ==")]
    [InlineData("rubbish")]
    [InlineData("Qm9vazowMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDE=")]
    public async Task An_exception_that_is_listed_becomes_its_error(string author) =>
        Assert.Equal(
            """{"addBook":{"book":null,"errors":[{"__typename":"AuthorNotFound","message":"There is no such author.","path":["authorId"]}]}}""",
            await AddAsync($$"""{ title: "Beta", authorId: "{{author}}" }""")
        );

    [Fact]
    public async Task Parameters_are_gathered_into_one_input()
    {
        var id = GlobalId.Format("Book", LibraryServer.Id(1));

        Assert.Equal(
            """{"renameBook":{"string":"Alpha is now Gamma","errors":null}}""",
            await RenameAsync($$"""{ id: "{{id}}", title: "Gamma" }""")
        );
        Assert.Equal("""{"renameBook":{"string":"unchanged","errors":null}}""", await RenameAsync($$"""{ id: "{{id}}" }"""));
        Assert.Equal(
            """{"renameBook":{"string":null,"errors":[{"message":"There already is a book called Alpha."}]}}""",
            await RenameAsync($$"""{ id: "{{id}}", title: "Alpha" }""")
        );
    }

    [Fact]
    public async Task A_mutation_without_arguments_has_no_input() =>
        Assert.Equal("""{"recount":{"int":1}}""", await server.DataAsync("mutation { recount { int } }"));

    [Theory]
    [InlineData("query", """mutation { addBook(input: { title: "a\u0000", authorId: "x" }) { book { id } } }""")]
    [InlineData("variable", "mutation($input: AddBookInput!) { addBook(input: $input) { book { id } } }")]
    public async Task Text_that_no_database_holds_is_refused_as_bad_input(string way, string document)
    {
        var variables = way == "variable" ? new { input = new { title = "a\0", authorId = "x" } } : null;

        Assert.Equal("BAD_INPUT", await server.ErrorCodeAsync(document, variables));
    }

    private Task<string> AddAsync(string input) =>
        server.DataAsync(
            $$"""
            mutation {
              addBook(input: {{input}}) {
                book { title pages format author { name } }
                errors { __typename ... on Error { message path } ... on TitleTaken { title } }
              }
            }
            """
        );

    private Task<string> RenameAsync(string input) =>
        server.DataAsync($$"""mutation { renameBook(input: {{input}}) { string errors { ... on Error { message } } } }""");
}
