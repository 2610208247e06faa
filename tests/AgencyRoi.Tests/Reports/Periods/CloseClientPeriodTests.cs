using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.Periods;

public sealed class CloseClientPeriodTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_month_is_open_then_closed_then_published_and_can_be_taken_back()
    {
        var clientId = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, NewCost(clientId));
        Assert.Equal("OPEN", (await PeriodsAsync(clientId))[0].Text("state"));

        var closed = await app.CloseAsync(clientId);
        Assert.Equal(("CLOSED", 64), (closed.Text("state"), closed.List("closings")[0].Text("sha256").Length));
        var published = await app.PublishAsync(clientId);
        Assert.Equal(("PUBLISHED", 0), (published.Text("state"), published.GetProperty("publishedEdition").GetInt32()));
        var back = await app.DoAsync(app.Alpha.StaffToken, "periods/UnpublishClientPeriod", new { clientId, month = "2025-03-01" });

        Assert.Equal("CLOSED", back.Text("state"));
        var period = Assert.Single(await PeriodsAsync(clientId));
        Assert.Equal(back.ToString(), period.ToString());
        Assert.Equal(2, period.List("publications").Length);
        Assert.All(period.List("publications"), row => Assert.Equal($"token:{app.Alpha.Staff.Token.Id}", row.Text("publishedBy")));
    }

    [Fact]
    public async Task Closing_again_changes_nothing_until_something_has_come_since()
    {
        var clientId = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, NewCost(clientId));
        var first = await app.CloseAsync(clientId);
        Assert.Equal(first.ToString(), (await app.CloseAsync(clientId)).ToString());

        await app.CostAsync(app.Alpha, NewCost(clientId, 5m));
        Assert.True((await PeriodsAsync(clientId))[0].GetProperty("changedSinceClosing").GetBoolean());
        var second = await app.CloseAsync(clientId);

        Assert.Equal([1, 0], second.List("closings").Select(closing => closing.GetProperty("edition").GetInt32()));
        Assert.Equal(100m, (await app.AsReportedAsync(clientId, edition: 0)).Amounts()[0]);
        Assert.Equal(105m, (await app.AsReportedAsync(clientId)).Amounts()[0]);
        Assert.Equal(1, (await app.PublishAsync(clientId, edition: 1)).GetProperty("publishedEdition").GetInt32());
    }

    [Fact]
    public async Task A_month_that_is_not_over_where_the_client_is_cannot_be_closed()
    {
        var clientId = await app.ClientAsync(app.Alpha);

        Assert.Equal(["PERIOD_NOT_OVER input.month"], await CloseRefusedAsync(clientId, "2026-01-01"));
        Assert.Equal(["BAD_INPUT input.month"], await CloseRefusedAsync(clientId, "2025-03-02"));
        Assert.Equal(
            ["NOT_FOUND input.clientId"],
            await app.RefusalAsync(app.Beta.OwnerToken, "periods/CloseClientPeriod", new { clientId, month = "2025-03-01" })
        );
    }

    [Fact]
    public async Task Only_an_edition_that_was_closed_can_be_published_and_never_the_house()
    {
        var clientId = await app.ClientAsync(app.Alpha);
        await app.CloseAsync(clientId);
        var answer = await app.AskAsync(
            app.Alpha.OwnerToken,
            "{ clients(includeHouse: true, where: { kind: { eq: HOUSE } }) { nodes { id } } }"
        );
        var house = answer.GetProperty("data").GetProperty("clients").List("nodes")[0].Text("id");

        Assert.Equal(["PERIOD_NOT_CLOSED input.edition"], await PublishRefusedAsync(clientId, "2025-03-01", 1));
        Assert.Equal(["PERIOD_NOT_CLOSED input.edition"], await PublishRefusedAsync(clientId, "2025-04-01", 0));
        Assert.Equal(["BAD_INPUT input.clientId"], await PublishRefusedAsync(house, "2025-03-01", 0));
    }

    private Task<string[]> CloseRefusedAsync(string clientId, string month) =>
        app.RefusalAsync(app.Alpha.StaffToken, "periods/CloseClientPeriod", new { clientId, month });

    private Task<string[]> PublishRefusedAsync(string clientId, string month, int edition) =>
        app.RefusalAsync(
            app.Alpha.StaffToken,
            "periods/PublishClientPeriod",
            new
            {
                clientId,
                month,
                edition,
            }
        );

    private async Task<System.Text.Json.JsonElement[]> PeriodsAsync(string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "periods/Periods", new { client }))
            .GetProperty("client")
            .GetProperty("periods")
            .List("nodes");
}
