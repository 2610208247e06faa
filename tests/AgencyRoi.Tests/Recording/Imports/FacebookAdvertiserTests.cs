using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>The real advertiser: 1,143 ads of 2017, each a cost and two outcomes, through HTTP.</summary>
public sealed class FacebookAdvertiserTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string File = Path.Combine(Checkout.Root, "../shared/data/kag-facebook-ads/kag_conversion_data.csv");

    private const string Dearest =
        "query Dearest($id: ID!) { client(id: $id) { costs(first: 3, order: [{ amount: DESC }]) { nodes { amount { amount } } } } }";

    private const string Figures = """
        query Figures($id: ID!) {
          client(id: $id) {
            roi(period: { from: "2017-01-01", to: "2018-01-01" }) {
              cost { amount }
              direct { value { amount } roiPercent }
              unadjusted { value { amount } roiPercent }
              byCampaign { campaign { id } cost { amount } direct { value { amount } roiPercent } }
            }
          }
        }
        """;

    [Fact]
    public async Task All_ads_give_the_expected_returns_and_sent_again_nothing_changes()
    {
        Assert.SkipUnless(System.IO.File.Exists(File), $"{File} is not here.");
        var ads = Ad.ReadAll(File);
        var (client, campaigns) = await SetUpAsync();

        var costs = await app.ImportAsync(app.Alpha.StaffToken, "costs", Costs(ads));
        var outcomes = await app.ImportAsync(app.Alpha.StaffToken, "outcomes", Outcomes(ads));
        Assert.Equal((1143, 0, 0, 0), costs.Counts());
        Assert.Equal((2286, 0, 0, 0), outcomes.Counts());

        var expected = new[]
        {
            ("916", 149.71m, 2_690m, 1696.807m),
            ("936", 2_893.37m, 20_985m, 625.279m),
            ("1178", 55_662.15m, 100_545m, 80.634m),
        };
        var roi = await RoiAsync(client);
        Assert.Equal((58_705.23m, 124_220m, 111.600m), Read(roi));
        foreach (var (campaign, cost, value, percent) in expected)
            Assert.Equal((cost, value, percent), Read(Part(roi, campaigns[campaign])));

        // The ads that cost nothing have no return of their own, and their 76 sales are in the total.
        var free = ads.Where(ad => ad.Spent == 0).ToList();
        Assert.Equal((207, 212, 76), (free.Count, free.Sum(ad => ad.Enquiries), free.Sum(ad => ad.Sales)));
        Assert.Equal(124_220m, ads.Sum(ad => (ad.Enquiries * 5m) + (ad.Sales * 100m)));

        Assert.Equal((0, 0, 1143, 0), (await app.ImportAsync(app.Alpha.StaffToken, "costs", Costs(ads))).Counts());
        Assert.Equal((0, 0, 2286, 0), (await app.ImportAsync(app.Alpha.StaffToken, "outcomes", Outcomes(ads))).Counts());
        Assert.Equal(roi.ToString(), (await RoiAsync(client)).ToString());

        var changed = ads.Select((ad, i) => i == 0 ? ad with { Spent = ad.Spent + 1_000m } : ad).ToList();
        Assert.Equal((0, 1, 1142, 0), (await app.ImportAsync(app.Alpha.StaffToken, "costs", Costs(changed))).Counts());
        Assert.Equal((59_705.23m, 124_220m, 108.055m), Read(await RoiAsync(client)));
        Assert.Equal((1_149.71m, 2_690m, 133.972m), Read(Part(await RoiAsync(client), campaigns["916"])));
    }

    /// <summary>As the platform exported it: most amounts were computed, and have up to nine places.</summary>
    [Fact]
    public async Task The_raw_amounts_are_kept_to_the_last_place_and_counted()
    {
        Assert.SkipUnless(System.IO.File.Exists(File), $"{File} is not here.");
        var ads = Ad.ReadAll(File, isRaw: true);
        var (client, campaigns) = await SetUpAsync("raw-advertiser");

        var costs = await app.ImportAsync(app.Alpha.StaffToken, "costs", Costs(ads, "raw-advertiser"));
        await app.ImportAsync(app.Alpha.StaffToken, "outcomes", Outcomes(ads, "raw-advertiser"));
        var roi = await RoiAsync(client);
        var dearest = await app.AskAsync(app.Alpha.StaffToken, Dearest, new { id = client });

        Assert.Equal((1143, 0, 0, 0), costs.Counts());
        Assert.Equal(916, costs.Long("finerThanCurrency"));
        Assert.Equal((58_705.23m, 124_220m, 111.600m), Read(roi));
        Assert.Equal("111.599546", roi.GetProperty("direct").GetProperty("roiPercent").GetRawText());
        Assert.Equal((149.71m, 2_690m, 1696.807m), Read(Part(roi, campaigns["916"])));
        Assert.Equal((2_893.37m, 20_985m, 625.279m), Read(Part(roi, campaigns["936"])));
        Assert.Equal((55_662.15m, 100_545m, 80.634m), Read(Part(roi, campaigns["1178"])));
        Assert.Equal(
            ads.OrderByDescending(ad => ad.Spent).Take(3).Select(ad => ad.Spent),
            dearest
                .GetProperty("data")
                .GetProperty("client")
                .GetProperty("costs")
                .List("nodes")
                .Select(cost => cost.GetProperty("amount").GetProperty("amount").GetDecimal())
        );
    }

    private async Task<(string Client, Dictionary<string, string> Campaigns)> SetUpAsync(string key = "advertiser")
    {
        var client = (await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: key))).Text(
            "id"
        );
        var campaigns = new Dictionary<string, string>();
        foreach (var number in new[] { "916", "936", "1178" })
        {
            var campaign = await app.DoAsync(
                app.Alpha.StaffToken,
                "campaigns/CreateCampaign",
                new
                {
                    clientId = client,
                    kind = "CAMPAIGN",
                    name = number,
                    externalReference = number,
                }
            );
            campaigns[number] = campaign.Text("id");
        }
        await GoalAsync(client, "enquiries", "CONVERSIONS", 5m);
        await GoalAsync(client, "approved sales", "DIRECT_SALES", 100m);
        return (client, campaigns);
    }

    private async Task GoalAsync(string client, string indicator, string stream, decimal value)
    {
        var purposeId = await app.PurposeAsync(app.Alpha, client);
        var goal = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId,
                type = "CONVERSION",
                name = indicator,
                indicator,
                stream,
                evidenceGrade = "C",
                externalReference = indicator,
            }
        );
        await app.ValueAsync(app.Alpha, goal.Text("id"), "2017-01-01", value);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/ActivateGoal",
            new { id = goal.Text("id"), version = goal.GetProperty("version").GetInt64() }
        );
    }

    private async Task<JsonElement> RoiAsync(string id)
    {
        var answer = await app.AskAsync(app.Alpha.StaffToken, Figures, new { id });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("client").GetProperty("roi");
    }

    private static JsonElement Part(JsonElement roi, string campaign) =>
        roi.GetProperty("byCampaign").EnumerateArray().Single(part => part.GetProperty("campaign").Text("id") == campaign);

    private static (decimal Cost, decimal Value, decimal Percent) Read(JsonElement figures) =>
        (
            figures.GetProperty("cost").GetProperty("amount").GetDecimal(),
            figures.GetProperty("direct").GetProperty("value").GetProperty("amount").GetDecimal(),
            decimal.Round(figures.GetProperty("direct").GetProperty("roiPercent").GetDecimal(), 3, MidpointRounding.AwayFromZero)
        );

    private static string Costs(IEnumerable<Ad> ads, string client = "advertiser") =>
        ads.Aggregate(
                new StringBuilder("client,external_reference,date,category,amount,currency,campaign\n"),
                (csv, ad) =>
                    csv.AppendLine(CultureInfo.InvariantCulture, $"{client},{ad.Id},2017-08-17,AD_SPEND,{ad.Spent},USD,{ad.Campaign}")
            )
            .ToString();

    private static string Outcomes(IEnumerable<Ad> ads, string client = "advertiser") =>
        ads.Aggregate(
                new StringBuilder("client,external_reference,goal,date,quantity,campaign\n"),
                (csv, ad) =>
                    csv.AppendLine(CultureInfo.InvariantCulture, $"{client},{ad.Id}-e,enquiries,2017-08-17,{ad.Enquiries},{ad.Campaign}")
                        .AppendLine(CultureInfo.InvariantCulture, $"{client},{ad.Id}-s,approved sales,2017-08-17,{ad.Sales},{ad.Campaign}")
            )
            .ToString();

    /// <summary>One row of the file; its spend rounded to cents, as its README says, or raw.</summary>
    private sealed record Ad(string Id, string Campaign, decimal Spent, int Enquiries, int Sales)
    {
        public static List<Ad> ReadAll(string path, bool isRaw = false) =>
            [.. System.IO.File.ReadLines(path).Skip(1).Select(line => Read(line, isRaw))];

        private static Ad Read(string line, bool isRaw)
        {
            var fields = line.Split(',');
            var spent = decimal.Parse(fields[8], CultureInfo.InvariantCulture);
            return new Ad(
                fields[0],
                fields[1],
                isRaw ? spent : decimal.Round(spent, 2, MidpointRounding.AwayFromZero),
                int.Parse(fields[9], CultureInfo.InvariantCulture),
                int.Parse(fields[10], CultureInfo.InvariantCulture)
            );
        }
    }
}
