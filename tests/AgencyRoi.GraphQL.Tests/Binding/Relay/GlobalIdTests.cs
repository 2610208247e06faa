using AgencyRoi.GraphQL.Binding;
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
            .. OtherSpellings(GlobalId.Format("Book", LibraryServer.Id(1))),
        ];

    /// <summary>Ways to write an id in which it was never given out, though Base64 or a UUID could be read from each.</summary>
    private static string[] OtherSpellings(string id)
    {
        // The last letter before the padding holds bits that mean nothing.
        Assert.Equal('=', id[^1]);
        var otherBits = $"{id[..^2]}{(char)(id[^2] + 1)}=";
        return
        [
            id.ToUpperInvariant(),
            id.TrimEnd('='),
            id + "=",
            id + "==",
            " " + id,
            id + "\n",
            id[..8] + " " + id[8..],
            id.Insert(4, "\r\n"),
            otherBits,
            Convert.ToBase64String(System.Text.Encoding.Unicode.GetBytes($"Book:{LibraryServer.Id(1)}")),
        ];
    }

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

    [Theory]
    [InlineData("Q2xpZW50OjE=", true)]
    [InlineData("Q2xpZW50OjE", false)]
    [InlineData("Q2xpZW50OjF=", false)]
    [InlineData("Q2xpZW50OjE= ", false)]
    [InlineData("Q2xpZW50Oj8/", true)]
    [InlineData("Q2xpZW50Oj8_", false)]
    public void An_id_has_one_spelling(string id, bool isOne) => Assert.Equal(isOne, GlobalId.TryRead(id, out _, out _));

    [Theory]
    [InlineData(typeof(int), "+1")]
    [InlineData(typeof(int), "01")]
    [InlineData(typeof(long), "-0")]
    [InlineData(typeof(Guid), "123E4567-E89B-12D3-A456-426614174000")]
    [InlineData(typeof(Guid), "123e4567e89b12d3a456426614174000")]
    public void A_key_in_an_id_has_one_spelling_too(Type type, string key) => Assert.Null(GlobalId.KeyParser(type, out _)(key));

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
