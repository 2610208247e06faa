using AgencyRoi.Tests.Reports.LedgerChanges;

namespace AgencyRoi.Tests.Platform.Database.Pooler;

/// <summary>Many operations of both agencies share three connections to the server, transaction by transaction.</summary>
public sealed class PgBouncerTests(BouncedApp app) : IClassFixture<BouncedApp>
{
    private const int OperationsOfEach = 150;
    private const string Names = "{ clients { nodes { name } } }";
    private const string Count = "query($client: ID!) { client(id: $client) { costs { totalCount } } }";

    [Fact]
    public async Task Agencies_at_once_on_the_same_connections_see_their_own_rows_alone()
    {
        Demand();
        await app.ClientAsync(app.Alpha, "Alpha's bakery");
        await app.ClientAsync(app.Beta, "Beta's brewery", currency: "EUR");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 2 * OperationsOfEach)
                .Select(async i =>
                    (IsAlpha: i % 2 == 0, Text: $"{await app.AskAsync((i % 2 == 0 ? app.Alpha : app.Beta).OwnerToken, Names)}")
                )
        );

        Assert.All(
            answers,
            answer =>
            {
                Assert.Contains(answer.IsAlpha ? "Alpha's bakery" : "Beta's brewery", answer.Text.Replace("\\u0027", "'"));
                Assert.DoesNotContain(answer.IsAlpha ? "Beta's" : "Alpha's", answer.Text.Replace("\\u0027", "'"));
            }
        );
        Assert.InRange(app.Bouncer!.ServerConnections, 1, BouncedApp.ServerConnections);
        Assert.True(app.Bouncer.Clients > app.Bouncer.ServerConnections, "Nothing was shared.");
    }

    [Fact]
    public async Task What_was_written_at_once_is_read_back()
    {
        Demand();
        var clients = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => app.ClientAsync(app.Alpha, $"Client {i}")));

        await Task.WhenAll(
            clients.SelectMany(client => Enumerable.Range(1, 5).Select(i => app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, i))))
        );

        foreach (var client in clients)
        {
            var answer = await app.AskAsync(app.Alpha.OwnerToken, Count, new { client });
            Assert.Equal(5, answer.GetProperty("data").GetProperty("client").GetProperty("costs").GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task A_change_is_heard_past_it_at_once()
    {
        Demand();
        var client = await app.ClientAsync(app.Alpha, "Live");
        using var stream = await EventStream.FollowAsync(app, app.Alpha.StaffToken, client);
        Assert.Equal((client, 0), await stream.VersionAsync());

        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));

        // Who hears no notices looks every ten seconds.
        var change = await stream.NextAsync(EventStream.Within(TimeSpan.FromSeconds(6)));
        Assert.Equal(1, change!.Value.GetProperty("data").GetProperty("ledgerChanged").GetProperty("version").GetInt64());
    }

    private void Demand() => Assert.SkipUnless(app.Bouncer is not null, "There is no PgBouncer: apt-get install pgbouncer");
}
