using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Entry.Demo;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Text;
using AgencyRoi.Records.Costs;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>What a file brought into the loaded demo does to its figures.</summary>
public sealed class ImportIntoDemoTests(LoadedDemo demo) : IClassFixture<LoadedDemo>
{
    private const string Campaigns = """
        {
          clients(where: { externalReference: { eq: "facebook-advertiser" } }) {
            nodes {
              roi(period: { from: "2024-01-01", to: "2026-01-01" }) { cost { amount } direct { roiPercent } }
              campaigns { nodes { externalReference roi(period: { from: "2024-01-01", to: "2026-01-01" }) { cost { amount } direct { roiPercent } } } }
            }
          }
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_more_on_one_campaign_moves_it_and_the_whole_and_the_same_file_again_nothing()
    {
        await using var database = await DemoDatabase.OpenAsync(demo.Options.Settings, demo.Options.Postgres, DatabaseUse.SetUp, Stop);
        await using var host = await DemoHost.StartAsync(Modules.All, "http://127.0.0.1:0", database, Stop);

        var before = await FiguresAsync(host.Url);
        var first = await ImportAsync();
        var after = await FiguresAsync(host.Url);
        var second = await ImportAsync();
        var again = await FiguresAsync(host.Url);

        Assert.Equal(["all 58705.23 111.600", "1178 55662.15 80.634", "916 149.71 1696.807", "936 2893.37 625.279"], before);
        Assert.Equal((1, 0), first);
        Assert.Equal(["all 59705.23 108.055", "1178 55662.15 80.634", "916 1149.71 133.972", "936 2893.37 625.279"], after);
        Assert.Equal((0, 1), second);
        Assert.Equal(after, again);
    }

    private async Task<(long Created, long Unchanged)> ImportAsync()
    {
        var agency = await demo.Database.Registry.FindAsync("northlight", Stop);
        await using var bytes = SampleFiles.Open("more-spend-on-916.csv");
        await using var file = await FileText.OpenAsync(bytes, FileFormat.Standard, Stop);
        var runner = new ImportRunner(demo.Database.Agencies, TestClock.Pinned());
        var scope = new TenantScope(agency!, ClientScope.All, "import");
        var report = await runner.RunAsync(new CostImport(), file, scope, new ImportMode(), progress: null, rateLimit: null, Stop);
        return (report.Created, report.Unchanged);
    }

    private async Task<List<string>> FiguresAsync(string url)
    {
        var file = await DemoFile.ReadAsync(demo.StateFolder, Stop);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", file!.Agencies[0].Tokens.Analyst);
        using var response = await http.PostAsJsonAsync(url, new { query = Campaigns }, Stop);
        var client = (await response.Content.ReadFromJsonAsync<JsonElement>(Stop))
            .GetProperty("data")
            .GetProperty("clients")
            .GetProperty("nodes")[0];
        return
        [
            $"all {Text(client)}",
            .. client
                .GetProperty("campaigns")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(campaign => $"{campaign.GetProperty("externalReference").GetString()} {Text(campaign)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Text(JsonElement of)
    {
        var roi = of.GetProperty("roi");
        var percent = decimal.Round(roi.GetProperty("direct").GetProperty("roiPercent").GetDecimal(), 3, MidpointRounding.AwayFromZero);
        return FormattableString.Invariant($"{roi.GetProperty("cost").GetProperty("amount").GetDecimal():0.00} {percent:0.000}");
    }
}
