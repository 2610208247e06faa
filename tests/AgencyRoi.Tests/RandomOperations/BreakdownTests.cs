using System.Text.Json;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>Whatever was entered and taken back, the parts that are shown sum to the whole that is shown.</summary>
public sealed class BreakdownTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string[] Totals = ["direct", "directAndAssisted", "adjusted", "unadjusted"];

    [Theory]
    [InlineData(11, "CLIENT")]
    [InlineData(12, "AGENCY")]
    public async Task Every_breakdown_of_a_return_sums_to_it_to_the_cent(int seed, string viewpoint)
    {
        var agency = await RandomAgency.AloneAsync(app, app.Alpha);
        var random = new Random(seed);
        var facts = new RandomFacts(random, agency, references: 8);
        var entering = new Entering(app, agency);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(entering.Client, 333.33m, currency: "GBP", category: "AGENCY_FEE"));
        foreach (var fact in Entering.Distinct(facts, 60))
        {
            await entering.EnterAsync(fact);
            if (fact.Retraction is not null && random.Next(6) == 0)
                await entering.TakeBackAsync(fact);
        }

        var roi = await app.RoiAsync(app.Alpha, entering.Client, viewpoint: viewpoint);

        foreach (var breakdown in new[] { "byChannel", "byCampaign", "byGoal" })
            IsWhole(roi, roi.List(breakdown), breakdown);
        foreach (var interval in new[] { "DAY", "WEEK", "MONTH", "QUARTER" })
            IsWhole(roi, await OverTimeAsync(entering.Client, interval, viewpoint), interval);
        Assert.Equal(roi.Value(), roi.List("byStream").Sum(part => part.Amount("value")));
        Assert.Equal(roi.Value("adjusted"), roi.List("byStream").Sum(part => part.Amount("adjustedValue")));
        Assert.Equal(roi.Amount(), roi.List("byCostCategory").Sum(part => part.Amount("cost")));
        foreach (var total in Totals)
            await IsExplainedAsync(entering.Client, viewpoint, total);
        await TreeAddsUpAsync(entering.Client, viewpoint, roi);
    }

    // Direct, assisted and indirect value and cost avoided, less what the evidence cuts.
    private async Task IsExplainedAsync(string client, string viewpoint, string total)
    {
        var answer = await app.SendAsync(
            app.Alpha.StaffToken,
            "explain-roi/ExplainRoi",
            new
            {
                client,
                period = Bookkeeping.Period(),
                viewpoint,
            }
        );
        var figure = answer.GetProperty("client").GetProperty("roi").GetProperty(total);
        var explained = figure.GetProperty("explain");
        Assert.Equal(figure.Amount("value"), explained.List("parts").Sum(part => part.Amount("amount")));
    }

    private async Task TreeAddsUpAsync(string client, string viewpoint, JsonElement roi)
    {
        const string Document = """
            query ($client: ID!, $period: PeriodInput!, $viewpoint: Viewpoint!) {
              client(id: $client) { roi(period: $period, viewpoint: $viewpoint) { tree { nodes { key parentKey value { amount } adjusted { amount } } } } }
            }
            """;
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            Document,
            new
            {
                client,
                period = Bookkeeping.Period(),
                viewpoint,
            }
        );
        var nodes = answer.GetProperty("data").GetProperty("client").GetProperty("roi").GetProperty("tree").List("nodes");
        var measured = nodes.Where(node => node.GetProperty("value").ValueKind != JsonValueKind.Null).ToList();
        Assert.Equal(roi.Value(), measured[0].Amount("value"));
        foreach (var parent in measured.Where(node => nodes.Any(child => child.GetProperty("parentKey").GetString() == node.Text("key"))))
        {
            var children = measured.Where(node => node.GetProperty("parentKey").GetString() == parent.Text("key")).ToList();
            Assert.Equal(parent.Amount("value"), children.Sum(child => child.Amount("value")));
            Assert.Equal(parent.Amount("adjusted"), children.Sum(child => child.Amount("adjusted")));
        }
    }

    private async Task<JsonElement[]> OverTimeAsync(string client, string interval, string viewpoint)
    {
        var answer = await app.SendAsync(
            app.Alpha.StaffToken,
            "client-roi/RoiOverTime",
            new
            {
                client,
                interval,
                period = Bookkeeping.Period(),
                viewpoint,
            }
        );
        return answer.GetProperty("client").GetProperty("roi").List("overTime");
    }

    private static void IsWhole(JsonElement whole, JsonElement[] parts, string by)
    {
        Assert.NotEmpty(parts);
        Assert.True(whole.Amount() == parts.Sum(part => part.Amount()), $"cost by {by}");
        foreach (var total in Totals)
            Assert.True(
                whole.Value(total) == parts.Sum(part => part.Value(total)),
                $"{total} by {by}: {whole.Value(total)} {parts.Sum(part => part.Value(total))}"
            );
    }
}
