using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.Periods;

public sealed class PortalTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_portal_sees_what_was_published_as_it_was_reported_and_nothing_before()
    {
        var client = await app.ClientAsync(app.Alpha, "Visible");
        var channel = await app.ChannelAsync(app.Alpha, client);
        var token = await app.PortalTokenAsync(client);
        await app.CostAsync(app.Alpha, NewCost(client, 100m, channelId: channel));
        await app.SaleAsync(app.Alpha, NewSale(client, 150m, channelId: channel));
        await app.CloseAsync(client);
        Assert.Equal("NOT_PUBLISHED", await RefusalAsync(token, client, "2025-03-01", "2025-04-01"));

        await app.PublishAsync(client);
        await app.CostAsync(app.Alpha, NewCost(client, 900m));

        var roi = await RoiAsync(token, client, "2025-03-01", "2025-04-01");
        Assert.Equal((100m, 150m), (roi.Amount(), roi.GetProperty("unadjusted").Amount("value")));
        Assert.Equal(50m, roi.GetProperty("unadjusted").GetProperty("roiPercent").GetDecimal());
        Assert.Equal(channel, Assert.Single(roi.List("byChannel")).GetProperty("channel").Text("id"));
        foreach (
            var (from, to) in new[]
            {
                ("2025-03-01", "2025-05-01"),
                ("2025-02-01", "2025-04-01"),
                ("2025-03-02", "2025-04-01"),
                ("2025-03-05", "2025-03-09"),
            }
        )
            Assert.Equal("NOT_PUBLISHED", await RefusalAsync(token, client, from, to));

        await app.CloseAsync(client);
        Assert.Equal(100m, (await RoiAsync(token, client, "2025-03-01", "2025-04-01")).Amount());
        await app.PublishAsync(client, edition: 1);
        Assert.Equal(1000m, (await RoiAsync(token, client, "2025-03-01", "2025-04-01")).Amount());
        await app.DoAsync(app.Alpha.StaffToken, "periods/UnpublishClientPeriod", new { clientId = client, month = "2025-03-01" });
        Assert.Equal("NOT_PUBLISHED", await RefusalAsync(token, client, "2025-03-01", "2025-04-01"));
    }

    private async Task<System.Text.Json.JsonElement> RoiAsync(string token, string client, string from, string to) =>
        (await app.SendAsync(token, "portal/PublishedRoi", new { client, period = Period(from, to) }))
            .GetProperty("client")
            .GetProperty("roi");

    private async Task<string> RefusalAsync(string token, string client, string from, string to)
    {
        var answer = await app.AnswerAsync(token, "portal/PublishedRoi", new { client, period = Period(from, to) });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("data").GetProperty("client").GetProperty("roi").ValueKind);
        var error = Assert.Single(answer.List("errors"));
        Assert.Equal(
            "The period does not consist of whole months that were published: publishedPeriods lists those that were. The agency publishes a month by "
                + "closing it with closeClientPeriod and then publishing it with publishClientPeriod.",
            error.Text("message")
        );
        return error.GetProperty("extensions").Text("code");
    }
}
