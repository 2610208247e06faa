using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.GraphQL.Tests.Binding;

public sealed class ExecutionTests
{
    private readonly LibraryServer server = new();

    public ExecutionTests()
    {
        server.Shelf.Authors.Add(new Author { Id = LibraryServer.Id(1), Name = "Ann" });
        server.Add(1, "Beta", price: 3.50m, size: new BookSize(20, null), tags: ["new", "red"]);
        server.Add(2, "Alpha", pages: 250);
    }

    [Fact]
    public async Task Properties_are_written_as_their_scalars() =>
        Assert.Equal(
            """{"books":{"nodes":[{"title":"Beta","price":3.50,"pages":100,"format":"PAPERBACK","published":"2020-01-01","tags":["new","red"],"size":{"height":20,"width":null},"headline":"BETA"}]}}""",
            await server.DataAsync(
                "{ books(first: 1) { nodes { title price pages format published tags size { height width } headline } } }"
            )
        );

    [Fact]
    public async Task A_batch_resolver_is_called_once_for_all_parents()
    {
        Assert.Equal(
            """{"books":{"nodes":[{"author":{"name":"Ann"}},{"author":{"name":"Ann"}}]}}""",
            await server.DataAsync("{ books { nodes { author { name } } } }")
        );
        Assert.Equal(1, server.Shelf.BatchCalls);
    }

    [Fact]
    public async Task One_parent_of_a_batch_can_fail_alone()
    {
        server.Add(3, "Gamma", author: 9);

        var answer = await server.AskAsync("{ books { edges { node { title author { name } } } } }");

        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal("GONE", (string?)error["extensions"]!["code"]);
        Assert.Equal("""["books","edges",2,"node","author"]""", error["path"]!.ToJsonString());
    }

    [Fact]
    public async Task Pages_of_many_parents_come_from_one_call()
    {
        server.Shelf.Authors.Add(new Author { Id = LibraryServer.Id(2), Name = "Bob" });
        server.Add(3, "Gamma", author: 2);

        Assert.Equal(
            """{"books":{"nodes":[{"author":{"books":{"totalCount":2,"nodes":[{"title":"Alpha"}],"pageInfo":{"hasNextPage":true}}}},{"author":{"books":{"totalCount":1,"nodes":[{"title":"Gamma"}],"pageInfo":{"hasNextPage":false}}}}]}}""",
            await server.DataAsync(
                """
                {
                  books(where: { title: { in: ["Beta", "Gamma"] } }) {
                    nodes { author { books(first: 1) { totalCount nodes { title } pageInfo { hasNextPage } } } }
                  }
                }
                """
            )
        );
    }

    [Fact]
    public async Task Every_event_of_a_stream_is_resolved()
    {
        var answers = await server.ListenAsync("""subscription { onBookAdded(titled: "Alpha") { title author { name } } }""");

        Assert.Equal("""{"data":{"onBookAdded":{"title":"Alpha","author":{"name":"Ann"}}}}""", Assert.Single(answers).ToJsonString());
    }

    [Fact]
    public async Task An_object_is_found_by_its_global_id()
    {
        var id = GlobalId.Format("Book", LibraryServer.Id(2));

        Assert.Equal(
            $$$"""{"book":{"id":"{{{id}}}","title":"Alpha"}}""",
            await server.DataAsync("query($id: ID!) { book(id: $id) { id title } }", new { id })
        );
    }
}
