using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.Reports.LedgerChanges;

public sealed class LedgerChangedTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task It_begins_with_the_version_of_now_and_tells_what_is_posted_then()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));
        using var stream = await EventStream.FollowAsync(app, app.Alpha.StaffToken, client);
        Assert.Equal((client, 1), await stream.VersionAsync());

        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));

        Assert.Equal((client, 2), await stream.VersionAsync());
    }

    [Fact]
    public async Task The_sample_works_over_a_socket_and_the_fields_of_the_client_are_read_for_each_event()
    {
        var client = await app.ClientAsync(app.Alpha, "Bakery on air");
        using var socket = await LiveSocket.SignInAsync(app, app.Alpha.StaffToken);
        await socket.SubscribeAsync(Repository.Read("schema/operations/ledger-changed.graphql"), new { clientIds = new[] { client } });
        Assert.Equal(Event(0), await socket.ReceiveAsync());

        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));

        Assert.Equal(Event(1), await socket.ReceiveAsync());

        string Event(int version) =>
            """{"type":"next","id":"1","payload":{"data":{"ledgerChanged":{"client":"""
            + $$"""{"id":"{{client}}","name":"Bakery on air"},"version":{{version}}"""
            + "}}}}";
    }

    [Fact]
    public async Task A_closed_month_is_a_new_version_too()
    {
        var client = await app.ClientAsync(app.Alpha);
        using var stream = await EventStream.FollowAsync(app, app.Alpha.StaffToken, client);
        Assert.Equal((client, 0), await stream.VersionAsync());

        await app.CloseAsync(client);

        Assert.Equal((client, 1), await stream.VersionAsync());
    }

    [Fact]
    public async Task Without_a_list_all_clients_are_followed_those_to_come_among_them()
    {
        var known = await app.ClientAsync(app.Beta, currency: "EUR");
        using var stream = await EventStream.FollowAsync(app, app.Beta.StaffToken);
        Assert.Equal(0, await VersionOfAsync(stream, known, 0));

        var client = await app.ClientAsync(app.Beta, currency: "EUR");
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(client, currency: "EUR"));

        Assert.Equal(1, await VersionOfAsync(stream, client, 1));
    }

    [Fact]
    public async Task Nothing_of_another_agency_or_of_clients_that_a_token_is_not_for_is_told()
    {
        var (mine, other) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        var foreign = await app.ClientAsync(app.Beta, currency: "EUR");
        using var stream = await EventStream.FollowAsync(app, await app.RestrictedTokenAsync(app.Alpha, mine));
        Assert.Equal((mine, 0), await stream.VersionAsync());

        await app.CostAsync(app.Beta, Bookkeeping.NewCost(foreign, currency: "EUR"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(other));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(mine));

        Assert.Equal((mine, 1), await stream.VersionAsync());
    }

    [Fact]
    public async Task What_is_not_yours_cannot_be_told_from_what_does_not_exist()
    {
        var (mine, other) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        var foreign = await app.ClientAsync(app.Beta, currency: "EUR");
        var token = await app.RestrictedTokenAsync(app.Alpha, mine);
        var answers = new List<string>();
        foreach (var id in new[] { other, foreign, GlobalId.Format("Client", Guid.CreateVersion7()) })
        {
            using var stream = await EventStream.FollowAsync(app, token, mine, id);
            var error = (await stream.NextAsync())!.Value.GetProperty("errors")[0];
            answers.Add($"{error.Text("message")} {error.GetProperty("extensions").Text("code")} {error.GetProperty("path")}");
            Assert.Null(await stream.NextAsync());
        }

        Assert.Equal("""There is no such client. NOT_FOUND ["ledgerChanged"]""", Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task An_empty_list_is_a_mistake_and_not_everything()
    {
        using var stream = await EventStream.OpenAsync(app, app.Alpha.StaffToken, new { clientIds = Array.Empty<string>() });

        Assert.Equal(("The list of clients is empty.", "BAD_INPUT"), await stream.EndAsync());
    }

    [Fact]
    public async Task A_portal_has_nothing_to_listen_to()
    {
        using var stream = await EventStream.FollowAsync(app, app.Alpha.PortalToken);

        Assert.Equal("VALIDATION_ERROR", (await stream.EndAsync()).Code);
    }

    [Fact]
    public async Task Many_postings_at_once_end_with_the_last_version_and_never_go_back()
    {
        var client = await app.ClientAsync(app.Alpha);
        using var stream = await EventStream.FollowAsync(app, app.Alpha.StaffToken, client);
        Assert.Equal((client, 0), await stream.VersionAsync());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.CostAsync(app.Alpha, Bookkeeping.NewCost(client))));

        var versions = new List<long>();
        while (versions.LastOrDefault() < 20)
            versions.Add((await stream.VersionAsync()).Version);
        Assert.Equal(versions.Distinct().Order(), versions);
    }

    [Fact]
    public async Task What_was_posted_while_the_listening_connection_was_gone_is_made_up_for()
    {
        var client = await app.ClientAsync(app.Alpha);
        using var stream = await EventStream.FollowAsync(app, app.Alpha.StaffToken, client);
        Assert.Equal((client, 0), await stream.VersionAsync());

        await app.Database.AsSuperuserAsync(
            $"select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'agency-roi listener' and datname = '{app.Database.Name}'"
        );
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));

        Assert.Equal((client, 1), await stream.VersionAsync());
    }

    [Fact]
    public async Task A_notice_is_a_hint_and_what_is_told_is_read()
    {
        var client = await app.ClientAsync(app.Alpha);
        using var stream = await EventStream.FollowAsync(app, app.Alpha.StaffToken, client);
        Assert.Equal((client, 0), await stream.VersionAsync());

        var id = Isolation.IsolationWorld.KeyOf(client);
        await app.Database.AsSuperuserAsync(
            $"select pg_notify('ledger_changed', '{app.Alpha.Tenant.Id}/{id} 99'), pg_notify('ledger_changed', 'nonsense')"
        );
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));

        Assert.Equal((client, 1), await stream.VersionAsync());
    }

    private static async Task<long> VersionOfAsync(EventStream stream, string client, long atLeast)
    {
        while (true)
        {
            var (changed, version) = await stream.VersionAsync();
            if (changed == client && version >= atLeast)
                return version;
        }
    }
}
