using System.Text;
using System.Text.RegularExpressions;
using AgencyRoi.Api;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Periods;

public sealed partial class PortalTests(AgencyApp app) : IClassFixture<AgencyApp>
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
        Assert.Equal(channel, Assert.Single(roi.List("byChannel")).Text("channelId"));
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
        await app.DoAsync(app.Alpha.AnalystToken, "periods/UnpublishPeriod", new { clientId = client, month = "2025-03-01" });
        Assert.Equal("NOT_PUBLISHED", await RefusalAsync(token, client, "2025-03-01", "2025-04-01"));
    }

    [Fact]
    public async Task No_field_of_the_portals_schema_shows_rates_margins_what_the_agency_paid_or_another_client()
    {
        var (client, token) = await SecretiveAsync();
        var portal = ProductSchema.ForPortal(Modules.All);
        var answers = new StringBuilder();
        foreach (var document in PortalFields.Documents(portal, client))
        {
            var answer = await app.AskAsync(token, document);
            Assert.False(answer.TryGetProperty("errors", out var errors), $"{document}: {errors}");
            answers.AppendLine(answer.ToString());
        }

        // Each type was really there: a list with nothing in it would prove nothing.
        var types = portal
            .Types.OfType<ObjectType>()
            .Select(type => type.Name)
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal));
        var shown = TypeName().Matches(answers.ToString()).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Equal("", string.Join(", ", types.Where(type => !shown.Contains(type))));
        // 8765.43 x 0.4321 of it, 5000.01 paid by the client itself.
        var numbers = Number().Matches(answers.ToString()).Select(match => match.Value).ToHashSet();
        Assert.Contains("3787.54", numbers);
        Assert.Contains("5000.01", numbers);
        foreach (
            var secret in new[]
            {
                "0.4321",
                "43.21",
                "8765.43",
                "6543.21",
                "77.77",
                "13.37",
                "1039.78",
                "7582.99",
                "1.23457",
                "987.65",
                "9876.54",
            }
        )
            Assert.DoesNotContain(numbers, number => number.TrimEnd('0') == secret.TrimEnd('0'));
        Assert.DoesNotContain("Rival", answers.ToString());
        Assert.DoesNotContain("explain", answers.ToString());
    }

    private async Task<(string Client, string Token)> SecretiveAsync()
    {
        var created = await app.DoAsync(
            app.Alpha.AnalystToken,
            "clients/CreateClient",
            new
            {
                name = "Discreet",
                industry = "RETAIL",
                businessModel = "B2C",
                size = "SMALL",
                currency = "USD",
                timeZone = "UTC",
                margin = 0.4321m,
            }
        );
        var client = created.Text("id");
        var channel = await app.ChannelAsync(app.Alpha, client);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Below", await app.CampaignAsync(app.Alpha, client, "Above"));
        var goal = await app.PricedGoalAsync(app.Alpha, client, 2.5m);
        await app.RateAsync(app.Alpha, "NZD", "USD", 1.23457m, "2025-03-01", "MONTH");
        await app.CostAsync(app.Alpha, NewCost(client, 5000.01m, channelId: channel, campaignId: campaign, goalId: goal));
        await app.CostAsync(app.Alpha, NewCost(client, 6543.21m, category: "STAFF_TIME", paidBy: "AGENCY"));
        await app.CostAsync(app.Alpha, NewCost(client, 800m, currency: "NZD", category: "OVERHEAD", paidBy: "AGENCY"));
        await app.SaleAsync(app.Alpha, NewSale(client, 8765.43m, channelId: channel));
        await app.RecordOutcomeAsync(app.Alpha, goal, 4m);
        var rival = await app.ClientAsync(app.Alpha, "Rival");
        await app.CostAsync(app.Alpha, NewCost(rival, 9876.54m));
        foreach (var month in new[] { "2025-03-01", "2025-04-01" })
        {
            await app.CloseAsync(client, month);
            await app.PublishAsync(client, month);
        }
        await app.CloseAsync(rival);
        await app.PublishAsync(rival);
        return (client, await app.PortalTokenAsync(client));
    }

    private async Task<System.Text.Json.JsonElement> RoiAsync(string token, string client, string from, string to) =>
        (await app.SendAsync(token, "portal/PublishedRoi", new { client, period = Period(from, to) }))
            .GetProperty("client")
            .GetProperty("roi");

    private async Task<string> RefusalAsync(string token, string client, string from, string to)
    {
        var answer = await app.AnswerAsync(token, "portal/PublishedRoi", new { client, period = Period(from, to) });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("data").GetProperty("client").GetProperty("roi").ValueKind);
        return Assert.Single(answer.List("errors")).GetProperty("extensions").Text("code");
    }

    [GeneratedRegex("\"__typename\":\"(\\w+)\"")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
