using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Tests.Portfolio.ClientGroups;
using AgencyRoi.Tests.Reports.LedgerChanges;
using AgencyRoi.Tests.Returns.Comparison;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>A token for groups sees the clients that are in them at the time, and the ones that it names.</summary>
public sealed class ClientGroupTokensTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task It_sees_its_own_clients_and_those_of_its_groups_and_says_which()
    {
        var (named, grouped, both) = (await ClientAsync(), await ClientAsync(), await ClientAsync());
        var (first, second) = (
            await app.GroupAsync(app.Alpha, "Seen first", grouped, both),
            await app.GroupAsync(app.Alpha, "Seen second", both)
        );
        await app.GroupAsync(app.Alpha, "Not seen", await ClientAsync());

        var (card, text) = await IssueAsync([first, second], [named]);

        Assert.Equal(new[] { named, grouped, both }.Order(), await SeenAsync(text));
        Assert.Equal(
            new[] { first.Text("id"), second.Text("id") }.Order(),
            card.List("clientGroups").Select(group => group.Text("id")).Order()
        );
        Assert.Equal([named], card.List("clients").Select(client => client.Text("id")));
        Assert.Equal(["Seen first", "Seen second"], await app.GroupNamesAsync(text));
    }

    [Fact]
    public async Task Who_joins_is_seen_and_who_leaves_is_not_after_five_seconds_in_each_process()
    {
        var (stays, leaves, joins) = (await ClientAsync(), await ClientAsync(), await ClientAsync());
        var group = await app.GroupAsync(app.Alpha, "Coming and going", stays, leaves);
        var (_, text) = await IssueAsync([group]);
        await using var other = await app.StartAnotherAsync();
        Assert.Equal(new[] { stays, leaves }.Order(), await SeenAsync(text));
        Assert.Equal(new[] { stays, leaves }.Order(), await SeenAsync(text, other.Address));

        await app.SetClientsAsync(app.Alpha, group, stays, joins);
        app.Clock.Advance(Most);

        Assert.Equal(new[] { stays, joins }.Order(), await SeenAsync(text));
        Assert.Equal(new[] { stays, joins }.Order(), await SeenAsync(text, other.Address));
        Assert.Equal(
            ["NOT_FOUND input.clientId"],
            await app.RefusalAsync(text, "costs/RecordCost", Bookkeeping.NewCost(leaves, externalReference: "gone"))
        );
    }

    [Fact]
    public async Task A_group_without_clients_and_an_archived_one_show_nothing_and_the_token_is_good()
    {
        var client = await ClientAsync();
        var (empty, ended) = (await app.GroupAsync(app.Alpha, "Nobody in it"), await app.GroupAsync(app.Alpha, "Ended", client));
        var (_, ofEmpty) = await IssueAsync([empty]);
        var (_, ofEnded) = await IssueAsync([ended], role: "PORTAL");
        Assert.Equal([client], await SeenAsync(ofEnded));

        await app.ArchiveGroupAsync(app.Alpha, ended);
        app.Clock.Advance(Most);

        foreach (var text in new[] { ofEmpty, ofEnded })
        {
            Assert.Empty(await SeenAsync(text));
            var viewer = (await app.AskAsync(text, "{ viewer { clients { id } } }")).GetProperty("data").GetProperty("viewer");
            Assert.Empty(viewer.List("clients"));
        }
        Assert.Empty((await app.CompareGroupsAsync(ofEmpty)).List("rows"));
        Assert.Equal(
            ["NOT_FOUND input.clientId"],
            await app.RefusalAsync(ofEmpty, "costs/RecordCost", Bookkeeping.NewCost(client, externalReference: "none"))
        );

        await app.SetClientsAsync(app.Alpha, empty, client);
        app.Clock.Advance(Most);
        Assert.Equal([client], await SeenAsync(ofEmpty));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_ends_when_a_client_joins_or_leaves_and_the_next_one_knows_it(bool joins)
    {
        var (stays, comes) = (await ClientAsync(), await ClientAsync());
        var group = await app.GroupAsync(app.Alpha, $"Followed {joins}", joins ? [stays] : [stays, comes]);
        var (_, text) = await IssueAsync([group]);
        using var stream = await EventStream.FollowAsync(app, text, stays);
        await stream.VersionAsync();

        await app.SetClientsAsync(app.Alpha, group, joins ? [stays, comes] : [stays]);

        Assert.Equal(("The token's rights have changed.", "UNAUTHENTICATED"), await stream.EndAsync(EventStream.Within(Most)));
        app.Clock.Advance(Most);
        using var next = await EventStream.FollowAsync(app, text, stays);
        Assert.Equal((stays, 0), await next.VersionAsync());
        Assert.Equal(joins ? 2 : 1, (await SeenAsync(text)).Length);
    }

    [Fact]
    public async Task What_happens_in_other_groups_ends_no_stream()
    {
        var client = await ClientAsync();
        var group = await app.GroupAsync(app.Alpha, "Steady", client);
        var other = await app.GroupAsync(app.Alpha, "Unsteady");
        var (_, text) = await IssueAsync([group]);
        var (_, ofOther) = await IssueAsync([other]);
        using var stream = await EventStream.FollowAsync(app, text, client);
        await stream.VersionAsync();
        using var ended = await EventStream.FollowAsync(app, ofOther);

        await app.SetClientsAsync(app.Alpha, other, await ClientAsync());
        await ended.EndAsync(EventStream.Within(Most));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));

        Assert.Equal((client, 1), await stream.VersionAsync());
    }

    [Fact]
    public async Task Nobody_gives_out_more_than_they_have_whoever_joins_or_leaves()
    {
        var (named, grouped) = (await ClientAsync(), await ClientAsync());
        var (mine, other) = (await app.GroupAsync(app.Alpha, "Mine", grouped), await app.GroupAsync(app.Alpha, "Others", named));
        var (_, maker) = await IssueAsync([mine], [named], role: "OWNER");
        var (_, byName) = await IssueAsync([], [named, grouped], role: "OWNER");

        Assert.Equal([grouped], await SeenAsync((await IssueAsync([mine], by: maker)).Text));
        Assert.Equal([named], await SeenAsync((await IssueAsync([], [named], by: maker)).Text));
        Assert.Equal(["FORBIDDEN input.clientIds"], await RefusedAsync(maker, New([], [grouped])));
        Assert.Equal(["NOT_FOUND input.clientGroupIds"], await RefusedAsync(maker, New([other])));
        Assert.Equal(["NOT_FOUND input.clientGroupIds"], await RefusedAsync(byName, New([mine])));
        Assert.Equal(["NOT_FOUND input.clientIds"], await RefusedAsync(maker, New([])));
    }

    [Fact]
    public async Task Groups_are_those_of_the_agency_in_use_and_not_too_many()
    {
        var foreign = await app.GroupAsync(app.Beta, "Beta's");
        var archived = await app.ArchiveGroupAsync(app.Alpha, await app.GroupAsync(app.Alpha, "Archived"));
        var many = new List<JsonElement>();
        for (var i = 0; i < 11; i++)
            many.Add(await app.GroupAsync(app.Alpha, $"Many {i}"));

        Assert.Equal(["NOT_FOUND input.clientGroupIds"], await RefusedAsync(app.Alpha.OwnerToken, New([foreign])));
        Assert.Equal(["NOT_FOUND input.clientGroupIds"], await RefusedAsync(app.Alpha.OwnerToken, New([archived])));
        Assert.Equal(["BAD_INPUT input.clientGroupIds"], await RefusedAsync(app.Alpha.OwnerToken, New([.. many])));
        Assert.Equal(
            ["BAD_INPUT input.clientGroupIds"],
            await RefusedAsync(
                app.Alpha.OwnerToken,
                new
                {
                    role = "ANALYST",
                    label = "none",
                    clientGroupIds = Array.Empty<string>(),
                }
            )
        );
    }

    [Fact]
    public async Task The_same_for_another_group_is_another_token_and_a_successor_keeps_the_groups()
    {
        var (one, two) = (await app.GroupAsync(app.Alpha, "One", await ClientAsync()), await app.GroupAsync(app.Alpha, "Two"));
        var (card, text) = await IssueAsync([one], label: "the same label");
        await IssueAsync([two], label: "the same label");

        Assert.Equal(["ALREADY_EXISTS input.label"], await RefusedAsync(app.Alpha.OwnerToken, New([one], label: "the same label")));
        var successor = (await app.DoAsync(text, "tokens/RotateApiToken", new { id = card.Text("id") }));
        Assert.Equal(card.GetProperty("clientGroups").ToString(), successor.GetProperty("apiToken").GetProperty("clientGroups").ToString());
        Assert.Equal(one.Clients(), await SeenAsync(successor.Text("token")));
    }

    [Fact]
    public async Task One_statement_finds_the_token_with_its_clients()
    {
        var group = await app.GroupAsync(app.Alpha, "Looked up", await ClientAsync(), await ClientAsync());
        var (_, text) = await IssueAsync([group]);
        await SeenAsync(text);
        var known = await CountAsync();
        app.Clock.Advance(Most);

        Assert.Equal(known + 1, await CountAsync());

        async Task<int> CountAsync()
        {
            using var statements = new StatementCounter(app.Database);
            await app.AskAsync(text, $"{{ viewer {{ role }} a{Guid.NewGuid():N}: __typename }}");
            return statements.Count;
        }
    }

    private Task<string> ClientAsync() => app.ClientAsync(app.Alpha);

    private async Task<(JsonElement Card, string Text)> IssueAsync(
        JsonElement[] groups,
        string[]? clientIds = null,
        string role = "ANALYST",
        string? by = null,
        string? label = null
    )
    {
        var issued = await app.DoAsync(by ?? app.Alpha.OwnerToken, "tokens/CreateApiToken", New(groups, clientIds, role, label));
        return (issued.GetProperty("apiToken"), issued.Text("token"));
    }

    private static object New(JsonElement[] groups, string[]? clientIds = null, string role = "ANALYST", string? label = null) =>
        new
        {
            role,
            label = label ?? TokenLabel.Another("for groups"),
            clientIds,
            clientGroupIds = groups.Length == 0 ? null : groups.Select(group => group.Text("id")),
        };

    private Task<string[]> RefusedAsync(string by, object input) => app.RefusalAsync(by, "tokens/CreateApiToken", input);

    private async Task<string[]> SeenAsync(string token, Uri? address = null)
    {
        using var caller = app.As(token);
        using var answer = await caller.PostAsJsonAsync(
            new Uri(address ?? app.Address, "/graphql"),
            new { query = "{ clients(first: 100) { nodes { id } } }" }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var data = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
        return [.. data.GetProperty("clients").List("nodes").Select(client => client.Text("id")).Order()];
    }
}
