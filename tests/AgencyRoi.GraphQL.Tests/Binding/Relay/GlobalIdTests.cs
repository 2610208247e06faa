using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.GraphQL.Tests.Binding.Relay;

public sealed class GlobalIdTests
{
    private readonly LibraryServer server = new();

    public GlobalIdTests()
    {
        server.Shelf.Authors.Add(new Author { Id = LibraryServer.Id(1), Name = "Ann" });
        server.Add(1, "Alpha");
    }

    /// <summary>All of these are answered exactly as the id of a book that does not exist.</summary>
    public static TheoryData<string> IdsOfNothing =>
        [
            GlobalId.Format("Book", LibraryServer.Id(99)),
            GlobalId.Format("Author", LibraryServer.Id(1)),
            GlobalId.Format("Nothing", LibraryServer.Id(1)),
            GlobalId.Format("Book", "1 or 1=1"),
            LibraryServer.Id(1).ToString(),
            "",
            "=",
            "%%%",
            "Qm9vaw==",
            new string('A', 5000),
            "1",
        ];

    [Fact]
    public void An_id_is_the_type_name_and_the_key_in_base64() => Assert.Equal("Q2xpZW50OjE=", GlobalId.Format("Client", 1));

    [Theory, MemberData(nameof(IdsOfNothing))]
    public async Task An_id_that_cannot_be_read_is_one_that_does_not_exist(string id) =>
        Assert.Equal(
            """{"book":null,"books":{"nodes":[]},"others":{"totalCount":1}}""",
            await server.DataAsync(
                """
                query($id: ID!) {
                  book(id: $id) { title }
                  books(where: { id: { in: [$id] } }) { nodes { id } }
                  others: books(where: { id: { neq: $id } }) { totalCount }
                }
                """,
                new { id }
            )
        );

    [Theory, MemberData(nameof(IdsOfNothing))]
    public async Task A_book_is_not_found_by_an_id_of_nothing(string id)
    {
        server.Shelf.Authors.Clear();

        Assert.Equal(
            """{"node":null,"nodes":[null]}""",
            await server.DataAsync("query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", new { id })
        );
    }

    [Fact]
    public async Task A_node_is_found_by_its_id_in_either_alphabet()
    {
        var id = GlobalId.Format("Book", LibraryServer.Id(1));

        foreach (var written in new[] { id, id.TrimEnd('='), id.Replace('+', '-').Replace('/', '_') })
            Assert.Equal(
                """{"node":{"__typename":"Book","title":"Alpha"}}""",
                await server.DataAsync("query($id: ID!) { node(id: $id) { __typename ... on Book { title } } }", new { id = written })
            );
    }

    [Fact]
    public async Task An_id_looks_the_same_in_a_schema_without_the_types_resolver()
    {
        var builder = LibraryServer
            .Builder()
            .ModifyOptions(options => options.IncludeMember = member => member.Name != nameof(BookType.FindAsync));
        var portal = new LibraryServer(builder.BuildSchema());
        portal.Add(1, "Alpha");

        var id = GlobalId.Format("Book", LibraryServer.Id(1));
        Assert.Equal(
            $$$"""{"books":{"nodes":[{"id":"{{{id}}}"}]},"node":null}""",
            await portal.DataAsync("query($id: ID!) { books { nodes { id } } node(id: $id) { id } }", new { id })
        );
    }

    [Fact]
    public async Task Nodes_come_in_the_order_of_their_ids()
    {
        var ids = new[] { GlobalId.Format("Author", LibraryServer.Id(1)), "nothing", GlobalId.Format("Book", LibraryServer.Id(1)) };

        Assert.Equal(
            """{"nodes":[{"__typename":"Author"},null,{"__typename":"Book"}]}""",
            await server.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }", new { ids })
        );
    }

    [Fact]
    public async Task Nodes_takes_a_limited_number_of_ids()
    {
        Assert.Null(
            (await server.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Repeat("x", 100) }))["errors"]
        );
        Assert.Equal(
            "BAD_INPUT",
            await server.ErrorCodeAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Repeat("x", 101) })
        );
    }

    [Fact]
    public async Task Ids_of_related_objects_carry_their_own_type()
    {
        var answer = await server.AskAsync("{ books { nodes { authorId } } }");

        Assert.Equal(GlobalId.Format("Author", LibraryServer.Id(1)), (string?)answer["data"]!["books"]!["nodes"]![0]!["authorId"]);
    }
}
