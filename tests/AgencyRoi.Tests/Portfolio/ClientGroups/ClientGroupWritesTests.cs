using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.ClientGroups;

public sealed class ClientGroupWritesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_client_may_be_in_several_groups_and_both_sides_show_it_by_name()
    {
        var (bakery, gym) = (await app.ClientAsync(app.Alpha, "Bakery"), await app.ClientAsync(app.Alpha, "A gym"));
        var retail = await app.GroupAsync(app.Alpha, "Retail", bakery, gym, bakery);
        var east = await app.GroupAsync(app.Alpha, "East", bakery);

        Assert.Equal([gym, bakery], retail.Clients());
        Assert.Equal(retail.ToString(), (await app.ReadGroupAsync(app.Alpha.OwnerToken, retail.Text("id"))).ToString());
        Assert.Equal(["East", "Retail"], await GroupsOfAsync(bakery));

        var changed = await app.SetClientsAsync(app.Alpha, retail, gym);
        Assert.Equal([gym], changed.Clients());
        Assert.Equal(2, changed.Long("version"));
        Assert.Equal(["East"], await GroupsOfAsync(bakery));
        Assert.Empty((await app.SetClientsAsync(app.Alpha, east)).Clients());
    }

    [Fact]
    public async Task A_change_of_the_name_keeps_the_clients_and_null_removes_the_reference()
    {
        var client = await app.ClientAsync(app.Alpha);
        var made = await app.DoAsync(
            app.Alpha.OwnerToken,
            "client-groups/CreateClientGroup",
            new
            {
                name = "Before",
                externalReference = "crm-7",
                clientIds = new[] { client },
            }
        );

        var changed = await UpdateAsync(made, "After", externalReference: null);

        Assert.Equal("crm-7", made.Text("externalReference"));
        Assert.Equal(("After", JsonValueKind.Null), (changed.Text("name"), changed.GetProperty("externalReference").ValueKind));
        Assert.Equal([client], changed.Clients());
    }

    [Fact]
    public async Task A_name_is_one_group_s_in_whatever_case_until_that_is_archived()
    {
        var first = await app.GroupAsync(app.Alpha, "Équipe Nord");
        var other = await app.GroupAsync(app.Alpha, "Other");

        Assert.Equal(["ALREADY_EXISTS input.name"], await RefusedAsync(new { name = "équipe  NORD" }));
        Assert.Equal(
            ["ALREADY_EXISTS input.name"],
            await app.RefusalAsync(
                app.Alpha.OwnerToken,
                "client-groups/UpdateClientGroup",
                new
                {
                    id = other.Text("id"),
                    version = 1,
                    name = "ÉQUIPE NORD",
                }
            )
        );
        await app.GroupAsync(app.Beta, "équipe nord");

        await app.ArchiveGroupAsync(app.Alpha, first);
        await app.GroupAsync(app.Alpha, "équipe nord");
    }

    [Fact]
    public async Task Sent_twice_a_reference_is_there_already()
    {
        object group = new { name = "By key", externalReference = "key-1" };
        await app.DoAsync(app.Alpha.OwnerToken, "client-groups/CreateClientGroup", group);

        Assert.Equal(["ALREADY_EXISTS input.externalReference"], await RefusedAsync(new { name = "Other", externalReference = "key-1" }));
    }

    [Fact]
    public async Task The_house_account_is_in_no_group_nor_is_another_agency_s_client_and_what_is_wrong_is_said_with_its_path()
    {
        var client = await app.ClientAsync(app.Alpha);
        var foreign = await app.ClientAsync(app.Beta, currency: "EUR");
        var all = await app.SendAsync(app.Alpha.OwnerToken, "clients/Clients", new { includeHouse = true, first = 100 });
        var house = all.GetProperty("clients").List("nodes").Single(each => each.Text("kind") == "HOUSE").Text("id");

        Assert.Equal(["BAD_INPUT input.clientIds"], await RefusedAsync(New(client, house)));
        Assert.Equal(["NOT_FOUND input.clientIds"], await RefusedAsync(New(client, foreign)));
        Assert.Equal(["BAD_INPUT input.name"], await RefusedAsync(new { name = " " }));
        Assert.DoesNotContain("New", await app.GroupNamesAsync(app.Alpha.OwnerToken));
    }

    [Fact]
    public async Task An_archived_group_keeps_its_clients_changes_no_more_and_is_no_longer_among_a_client_s()
    {
        var client = await app.ClientAsync(app.Alpha);
        var group = await app.GroupAsync(app.Alpha, "Former", client);

        var archived = await app.ArchiveGroupAsync(app.Alpha, group);
        var again = await app.ArchiveGroupAsync(app.Alpha, archived);

        Assert.Equal(("2026-01-15T10:00:00Z", 2L), (archived.Text("archivedAt"), archived.Long("version")));
        Assert.Equal(archived.ToString(), again.ToString());
        Assert.Equal([client], archived.Clients());
        Assert.Empty(await GroupsOfAsync(client));
        Assert.Equal(
            ["BAD_INPUT input.id"],
            await app.RefusalAsync(app.Alpha.OwnerToken, "client-groups/UpdateClientGroup", Groups.Change(archived))
        );
        Assert.DoesNotContain("Former", await app.GroupNamesAsync(app.Alpha.OwnerToken, new { archivedAt = new { eq = (string?)null } }));
    }

    [Fact]
    public async Task Clients_and_groups_are_read_in_pages()
    {
        var clients = new List<string>();
        foreach (var name in new[] { "Page 1", "Page 2", "Page 3" })
            clients.Add(await app.ClientAsync(app.Alpha, name));
        var group = await app.GroupAsync(app.Alpha, "Paged", [.. clients]);
        const string page = """
            query ($id: ID!, $after: String) {
              clientGroup(id: $id) { clients(first: 2, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { id } } }
            }
            """;

        var first = await PageAsync(null);
        var second = await PageAsync(first.GetProperty("pageInfo").Text("endCursor"));

        Assert.Equal(3, first.GetProperty("totalCount").GetInt32());
        Assert.Equal(clients, first.List("nodes").Concat(second.List("nodes")).Select(client => client.Text("id")));

        async Task<JsonElement> PageAsync(string? after) =>
            (await app.AskAsync(app.Alpha.OwnerToken, page, new { id = group.Text("id"), after }))
                .GetProperty("data")
                .GetProperty("clientGroup")
                .GetProperty("clients");
    }

    private Task<JsonElement> UpdateAsync(JsonElement group, string name, string? externalReference) =>
        app.DoAsync(
            app.Alpha.OwnerToken,
            "client-groups/UpdateClientGroup",
            new
            {
                id = group.Text("id"),
                version = group.Long("version"),
                name,
                externalReference,
            }
        );

    private static object New(params string[] clientIds) => new { name = "New", clientIds };

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.OwnerToken, "client-groups/CreateClientGroup", input);

    private async Task<string[]> GroupsOfAsync(string client) =>
        [
            .. (
                await app.AskAsync(
                    app.Alpha.OwnerToken,
                    "query ($id: ID!) { client(id: $id) { groups { nodes { name } } } }",
                    new { id = client }
                )
            )
                .GetProperty("data")
                .GetProperty("client")
                .GetProperty("groups")
                .List("nodes")
                .Select(group => group.Text("name")),
        ];
}
