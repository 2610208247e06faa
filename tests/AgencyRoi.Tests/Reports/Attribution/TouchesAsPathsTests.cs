using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Records.Paths;

namespace AgencyRoi.Tests.Reports.Attribution;

/// <summary>Touches, and the same journeys counted as paths, give the same answers.</summary>
public sealed class TouchesAsPathsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly object[] Models =
    [
        new { type = "FIRST_TOUCH" },
        new { type = "LAST_TOUCH" },
        new { type = "LAST_NON_DIRECT_TOUCH" },
        new { type = "LINEAR" },
        new { type = "POSITION", weights = new[] { 30m, 20m, 70m } },
        new { type = "W_SHAPED" },
        new { type = "FULL_PATH" },
        new { type = "J_SHAPED" },
        new { type = "INVERSE_J_SHAPED" },
        new { type = "CAMPAIGN_PRIORITY" },
        new
        {
            type = "CUSTOM",
            weights = new[] { 3m, 2m, 1m },
            countedFrom = "LAST_TOUCH",
        },
        new { type = "SHAPLEY" },
        new { type = "MARKOV" },
        new { type = "MARKOV", order = 2 },
        new { type = "MARKOV", order = 3 },
        new { type = "MARKOV", order = 4 },
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_same_journeys_have_the_same_credits(int seed)
    {
        var world = await PathWorld.CreateAsync(app);
        await EnterAsync(world, new Random(seed));

        foreach (var models in Models.Chunk(12))
        foreach (var by in new[] { "CHANNEL", "OWNERSHIP" })
        {
            var touches = await world.AskAsync(by, "TOUCHES", models);
            var paths = await world.AskAsync(by, "PATHS", models);
            foreach (var figure in new[] { "conversions", "nullJourneyCount", "conversionRate", "openJourneyCount" })
                Assert.Equal(touches.GetProperty(figure).GetDecimal(), paths.GetProperty(figure).GetDecimal());
            Assert.Equal(touches.Amount("value"), paths.Amount("value"));
            foreach (var (ofTouches, ofPaths) in touches.List("models").Zip(paths.List("models")))
                Alike(ofTouches, ofPaths);
        }
    }

    // Shares of a touch have eight places, and cents are shown: the last place of each may differ.
    private static void Alike(JsonElement touches, JsonElement paths)
    {
        Assert.Equal(Text(touches, "baseProbability"), Text(paths, "baseProbability"));
        Assert.Equal(Text(touches, "stateCount"), Text(paths, "stateCount"));
        var (mine, theirs) = (RowsOf(touches), RowsOf(paths));
        Assert.Equal(mine.Keys.Order(), theirs.Keys.Order());
        foreach (var (name, row) in mine)
        {
            var other = theirs[name];
            Assert.Equal(Text(row, "removalEffect"), Text(other, "removalEffect"));
            Assert.InRange(
                row.GetProperty("conversions").GetDecimal() - other.GetProperty("conversions").GetDecimal(),
                -0.000002m,
                0.000002m
            );
            Assert.InRange(row.Amount("value") - other.Amount("value"), -0.01m, 0.01m);
        }
    }

    private static Dictionary<string, JsonElement> RowsOf(JsonElement model) =>
        model.List("rows").ToDictionary(row => $"{PathWorld.NameOf(row)} {row.GetProperty("ownership")}");

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDecimal().ToString("0.######", CultureInfo.InvariantCulture)
            : "undefined";

    private async Task EnterAsync(PathWorld world, Random random)
    {
        string[] names = ["", .. world.Channels.Keys];
        var touches = new StringBuilder("client,external_reference,touched_at,contact_reference,channel,legal_basis\n");
        var sales = new StringBuilder("client,external_reference,date,type,amount,currency,quantity,contact_reference\n");
        var paths = new List<string>();
        for (var person = 0; person < 40; person++)
        {
            var walk = Enumerable.Range(0, random.Next(1, 7)).Select(_ => names[random.Next(names.Length)]).ToList();
            foreach (var (place, channel) in walk.Index())
                touches.Append(
                    CultureInfo.InvariantCulture,
                    $"{world.Client},t-{person}-{place},2025-03-{place + 1:00}T09:00:00Z,c-{person},{channel},CONSENT\n"
                );
            var path = string.Join(" > ", walk.Select(channel => channel == "" ? "(direct)" : channel));
            if (random.Next(3) == 0)
            {
                paths.Add($"{path},0,,,1");
                continue;
            }
            var (amount, quantity) = (random.Next(0, 20_000) / 100m, random.Next(1, 4));
            sales.Append(CultureInfo.InvariantCulture, $"{world.Client},s-{person},2025-03-20,SALE,{amount},USD,{quantity},c-{person}\n");
            paths.Add(string.Create(CultureInfo.InvariantCulture, $"{path},{quantity},{amount},USD,0"));
        }
        Assert.Equal(0, (await app.ImportAsync(app.Alpha.StaffToken, "touches", touches.ToString())).Counts().Refused);
        Assert.Equal(0, (await app.ImportAsync(app.Alpha.StaffToken, "sales", sales.ToString())).Counts().Refused);
        Assert.Equal(0, (await world.ImportAsync([.. paths])).Counts().Refused);
    }
}
