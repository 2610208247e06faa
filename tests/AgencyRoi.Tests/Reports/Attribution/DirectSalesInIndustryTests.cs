using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Attribution;

public sealed class DirectSalesInIndustryTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task An_industry_has_a_range_from_three_clients_on()
    {
        var clients = new List<string>();
        foreach (var (sold, stated) in new[] { (100m, 0m), (50m, 50m), (0m, 80m) })
            clients.Add(await EnergyClientAsync(sold, stated));

        var three = await InIndustryAsync(clients[1]);

        Assert.Equal(
            "ENERGY 3 0.5 0 0.5 1",
            string.Join(
                ' ',
                new[] { "industry", "clientCount", "ownShare", "lowestShare", "medianShare", "highestShare" }.Select(name =>
                    three.GetProperty(name).ToString().TrimEnd('0').TrimEnd('.') is { Length: > 0 } text ? text : "0"
                )
            )
        );
    }

    private async Task<JsonElement> InIndustryAsync(string client) =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "journeys/DirectSalesInIndustry",
                new { client, period = new { from = "2025-01-01", to = "2026-01-01" } }
            )
        )
            .GetProperty("client")
            .GetProperty("directSalesInIndustry");

    private async Task<string> EnergyClientAsync(decimal sold, decimal stated)
    {
        var client = (
            await app.DoAsync(
                app.Alpha.StaffToken,
                "clients/CreateClient",
                new
                {
                    name = "Works",
                    industry = "ENERGY",
                    businessModel = "B2B",
                    size = "LARGE",
                    currency = "USD",
                    timeZone = "America/New_York",
                    externalReference = $"energy {sold}",
                }
            )
        ).Text("id");
        var channelId = await app.ChannelAsync(app.Alpha, client);
        if (sold > 0m)
            await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, sold, channelId: channelId));
        if (stated > 0m)
            await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, client, stated), 1m);
        return client;
    }
}
