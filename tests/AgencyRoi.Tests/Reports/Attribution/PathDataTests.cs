using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Records.Paths;

namespace AgencyRoi.Tests.Reports.Attribution;

/// <summary>Ten thousand real paths over twelve channels through a file, against the expected results that come with them.</summary>
public sealed partial class PathDataTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string Folder = Repository.PathOf("../shared/data");

    [Fact]
    public async Task The_published_paths_have_the_expected_credits()
    {
        var file = Path.Combine(Folder, "channelattribution-pathdata/path_data.csv");
        Assert.SkipUnless(File.Exists(file), $"{file} is missing.");
        var expected = Expected();
        var world = await PathWorld.CreateAsync(app, [.. expected.Credits.Keys]);
        Assert.Equal((10_000, 0, 0, 0), (await world.ImportAsync([.. File.ReadLines(file).Skip(1).Select(Row)])).Counts());

        var report = await world.AskAsync(
            new { type = "FIRST_TOUCH" },
            new { type = "LAST_TOUCH" },
            new { type = "LINEAR" },
            new { type = "MARKOV" },
            new { type = "MARKOV", order = 2 },
            new { type = "MARKOV", order = 3 },
            new { type = "SHAPLEY" }
        );

        Assert.Equal(
            (19_785m, 68_602m),
            (report.GetProperty("conversions").GetDecimal(), report.GetProperty("nullJourneyCount").GetDecimal())
        );
        Assert.Equal((74_802.97m, 0.223845m), (report.Amount("value"), report.GetProperty("conversionRate").GetDecimal()));
        var models = report.List("models").ToList();
        foreach (var (channel, credits) in expected.Credits)
            Assert.Equal(credits, models.Take(4).Select(model => Of(model, channel).GetProperty("conversions").GetDecimal()));
        foreach (var (channel, effect) in expected.Effects)
            Assert.Equal(effect, Of(models[3], channel).GetProperty("removalEffect").GetDecimal());
        Assert.All(models.Skip(3).Take(3), model => Assert.Equal(0.223845m, model.GetProperty("baseProbability").GetDecimal()));
        Assert.All(
            models,
            model =>
            {
                Assert.Equal(74_802.97m, model.List("rows").Sum(row => row.Amount("value")));
                Assert.InRange(model.List("rows").Sum(row => row.GetProperty("conversions").GetDecimal()), 19_784.99999m, 19_785.00001m);
            }
        );
    }

    // A value has ten places at most; those of the file have up to seventeen.
    private static string Row(string line)
    {
        var cells = line.Split(',');
        var value = decimal.Round(decimal.Parse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture), 10);
        return string.Create(CultureInfo.InvariantCulture, $"{cells[0]},{cells[1]},{(cells[1] == "0" ? "," : $"{value},USD")},{cells[3]}");
    }

    private static JsonElement Of(JsonElement model, string channel) => model.List("rows").Single(row => PathWorld.NameOf(row) == channel);

    private static (Dictionary<string, decimal[]> Credits, Dictionary<string, decimal> Effects) Expected()
    {
        var all = File.ReadAllText(Path.Combine(Folder, "EXPECTED.md"));
        var part = all[all.IndexOf("### channelattribution-pathdata", StringComparison.Ordinal)..];
        part = part[..part.IndexOf("\n### ", StringComparison.Ordinal)];
        var credits = TableRow()
            .Matches(part)
            .ToDictionary(
                row => row.Groups[1].Value,
                row => row.Groups[2].Value.Split('|').Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)).ToArray()
            );
        var effects = Effect()
            .Matches(
                part[part.IndexOf("removal effects", StringComparison.Ordinal)..part.IndexOf("Without the null", StringComparison.Ordinal)]
            )
            .ToDictionary(effect => effect.Groups[1].Value, effect => decimal.Parse(effect.Groups[2].Value, CultureInfo.InvariantCulture));
        Assert.Equal((12, 12), (credits.Count, effects.Count));
        return (credits, effects);
    }

    [GeneratedRegex(@"^\| ([a-z]+) \| ([0-9. |]+) \|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"([a-z]+) (0\.\d+)")]
    private static partial Regex Effect();
}
