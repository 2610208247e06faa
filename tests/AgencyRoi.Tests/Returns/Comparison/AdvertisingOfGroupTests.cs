using System.Globalization;
using System.Text.Json;
using AgencyRoi.Tests.Returns.Advertising;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>Ratios of advertising by group: each over the group's own sums, and the sums of all groups are those of the totals.</summary>
public sealed class AdvertisingOfGroupTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    public static TheoryData<string, string[]> Dimensions =>
        new()
        {
            { "NETWORK", ["INSTAGRAM 4 500 2", "LINKEDIN 0.5 100 8"] },
            { "CHANNEL_ROLE", ["REACH 4 500 2", "CARE 0.5 100 8"] },
            { "GOAL_TYPE", ["CONVERSION 4 500 2", "- 0.5 100 8"] },
            { "MONTH", ["2025-03 4 500 2", "2025-04 0.5 100 8"] },
            { "INDUSTRY", ["FOOD_AND_DRINK 4 500 2", "RETAIL 0.5 100 8"] },
        };

    [Theory]
    [MemberData(nameof(Dimensions))]
    public async Task Each_group_has_the_ratios_of_its_own_sums(string by, string[] expected)
    {
        var agency = await NewAgencyAsync("groups-" + by.ToLowerInvariant().Replace('_', '-'));
        await TwoChannelsAsync(agency);
        await TwoChannelsAsync(agency);

        var compared = await CompareAsync(agency, by, "2025-03-01", "2025-05-01");
        var groups = compared
            .List("groups")
            .Where(group => group.GetProperty("advertising").GetProperty("clicks").ValueKind != JsonValueKind.Null)
            .ToList();

        Assert.Equal(
            expected.Order(),
            groups
                .Select(group =>
                    $"{group.GetProperty("key").GetString() ?? "-"} {group.GetProperty("advertising").Ratio("costPerClick")} "
                    + $"{Plain(group.GetProperty("advertising").GetProperty("clicks"))} {group.GetProperty("advertising").Ratio("roas")}"
                )
                .Order()
        );
        Assert.Equal(
            Sums(compared.GetProperty("totals")),
            groups.Select(Sums).Aggregate((sum, next) => sum.Zip(next, (a, b) => a + b).ToArray())
        );
    }

    [Theory]
    [InlineData("STREAM")]
    [InlineData("GRADE")]
    [InlineData("ACTION_CLASS")]
    [InlineData("COST_CATEGORY")]
    public async Task A_dimension_that_cuts_no_clicks_has_no_ratios_of_advertising(string by)
    {
        var agency = await NewAgencyAsync("none-" + by.ToLowerInvariant().Replace('_', '-'));
        await TwoChannelsAsync(agency);

        var groups = (await CompareAsync(agency, by, "2025-03-01", "2025-05-01")).List("groups");

        Assert.All(groups, group => Assert.Equal(JsonValueKind.Null, group.GetProperty("advertising").ValueKind));
        Assert.NotEmpty(groups);
    }

    [Fact]
    public async Task Advertising_takes_as_many_statements_for_many_clients_as_for_one()
    {
        var agency = await NewAgencyAsync("advertising-statements");
        await TwoChannelsAsync(agency);
        await CountAsync("NETWORK");
        int[] one = [await CountAsync("NETWORK"), await CountAsync("INDUSTRY"), await ListAsync()];
        foreach (var _ in Enumerable.Range(0, 9))
            await TwoChannelsAsync(agency);

        int[] ten = [await CountAsync("NETWORK"), await CountAsync("INDUSTRY"), await ListAsync()];
        Assert.Equal(one, ten);

        async Task<int> CountAsync(string by)
        {
            using var statements = new StatementCounter(app.Database);
            await CompareAsync(agency, by, "2025-03-01", "2025-05-01");
            return statements.Count;
        }

        async Task<int> ListAsync()
        {
            const string Document = """
                query ($p: PeriodInput!) {
                  clients(first: 50) {
                    nodes {
                      advertising(period: $p) { clicks }
                      channels(first: 5) { nodes { advertising(period: $p) { clicks } } }
                      goals(first: 5) { nodes { advertising(period: $p) { clicks } } }
                    }
                  }
                }
                """;
            using var statements = new StatementCounter(app.Database);
            var answer = await app.AskAsync(agency.StaffToken, Document, new { p = Bookkeeping.Period() });
            Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
            return statements.Count;
        }
    }

    // In March 1,000 on Instagram for 250 clicks and a sale of 2,000 under a goal; from April on a retailer, 25 on LinkedIn for 50 clicks and a sale of 200.
    private async Task TwoChannelsAsync(TestAgency agency)
    {
        var client = await app.ClientAsync(agency, "Two channels");
        var goalId = await app.PricedGoalAsync(agency, client, 5m);
        await BoughtAsync("INSTAGRAM", "REACH", "2025-03-31", spend: 1_000m, clicks: 250m, sale: 2_000m, goalId);
        await BoughtAsync("LINKEDIN", "CARE", "2025-04-01", spend: 25m, clicks: 50m, sale: 200m, goalId: null);
        await app.DoAsync(
            agency.StaffToken,
            "clients/UpdateClient",
            new
            {
                id = client,
                version = 1,
                industry = "RETAIL",
                effectiveFrom = "2025-04-01",
            }
        );

        async Task BoughtAsync(string networkCode, string role, string day, decimal spend, decimal clicks, decimal sale, string? goalId)
        {
            var channel = await app.DoAsync(
                agency.StaffToken,
                "channels/CreateChannel",
                new
                {
                    clientId = client,
                    networkCode,
                    name = networkCode,
                    ownership = "OWNED",
                    role,
                    runByAgency = true,
                }
            );
            var channelId = channel.Text("id");
            await app.CostAsync(agency, Bookkeeping.NewCost(client, spend, day, channelId: channelId, goalId: goalId));
            await app.SaleAsync(agency, Bookkeeping.NewSale(client, sale, day, channelId: channelId, goalId: goalId));
            await app.DoAsync(
                agency.StaffToken,
                "volume-metrics/RecordVolumeMetric",
                new
                {
                    clientId = client,
                    channelId,
                    goalId,
                    occurredOn = day,
                    isPaid = true,
                    clicks,
                }
            );
        }
    }

    private async Task<JsonElement> CompareAsync(TestAgency agency, string by, string from, string to) =>
        (
            await app.SendAsync(agency.StaffToken, "advertising/CompareAdvertisingBy", new { period = Bookkeeping.Period(from, to), by })
        ).GetProperty("compareClients");

    private static decimal[] Sums(JsonElement part) =>
        [
            part.GetProperty("advertising").Amount("adSpend"),
            part.GetProperty("advertising").Amount("bookedValue"),
            part.GetProperty("advertising").GetProperty("clicks").GetDecimal(),
            part.GetProperty("advertising").GetProperty("sales").GetDecimal(),
        ];

    private static string Plain(JsonElement number) => number.GetDecimal().ToString("G29", CultureInfo.InvariantCulture);

    private Task<TestAgency> NewAgencyAsync(string slug) => TestAgency.CreateAsync(app.Database, slug, "USD", app.Clock);
}
