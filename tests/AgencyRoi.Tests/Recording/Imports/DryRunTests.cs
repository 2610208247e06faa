using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Text;
using AgencyRoi.Tests.Terms.People;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>
/// A dry run rolls each chunk back, and answers as the import that keeps them: each kind with a rule over rows is tried on a file of several chunks whose
/// later rows are decided by the earlier ones.
/// </summary>
public sealed class DryRunTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Hours = "client,external_reference,date,person,hours\n";
    private const string Refunds = "client,external_reference,sale,date,amount\n";

    [Fact]
    public async Task Hours_of_earlier_chunks_fill_the_day()
    {
        await ClientAsync("busy");
        await app.PersonAsync(app.Alpha, externalReference: "busy-p");
        await app.ImportAsync(
            app.Alpha.StaffToken,
            "time-entries",
            Hours + "busy,moved,2025-03-10,busy-p,6\nbusy,kept,2025-03-10,busy-p,2\n"
        );
        var file = Hours + Lines(30, i => $"busy,h{i},2025-03-10,busy-p,1");
        // The correction takes six hours off the day and so makes room for rows of a later chunk.
        var moving =
            Hours
            + Lines(12, i => $"busy,i{i},2025-03-10,busy-p,1")
            + "busy,moved,2025-03-11,busy-p,6\n"
            + Lines(30, i => $"busy,j{i},2025-03-10,busy-p,1");

        Assert.Equal((16, 0, 0, 14), (await SameAsync("time-entries", file, isKept: false)).Counts());
        Assert.Equal((22, 1, 0, 20), (await SameAsync("time-entries", moving)).Counts());
    }

    [Fact]
    public async Task Refunds_of_earlier_chunks_use_up_the_sale()
    {
        var client = await ClientAsync("returns");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 20m, externalReference: "order"));
        await app.ImportAsync(app.Alpha.StaffToken, "refunds", Refunds + "returns,known,order,2025-04-01,10\n");

        var file =
            Refunds
            + Lines(12, i => $"returns,r{i},order,2025-04-02,1")
            + "returns,known,order,2025-04-01,2\n"
            + Lines(20, i => $"returns,s{i},order,2025-04-03,1");

        Assert.Equal((18, 1, 0, 14), (await SameAsync("refunds", file)).Counts());
    }

    [Fact]
    public async Task Referrals_of_earlier_chunks_are_parents_of_the_later_ones()
    {
        await ClientAsync("word");
        const string header = "client,external_reference,date,currency,customer,referrer,lifetime_value,only_because_share\n";

        // The same ten customers come by a second code in later chunks: stored, and in no return.
        var report = await SameAsync("referrals", header + Lines(30, i => $"word,w{i:00},2025-03-10,USD,c{i % 10},r{i},100,0.5"));

        Assert.Equal(((30, 0, 0, 0), 20), (report.Counts(), report.GetProperty("inNoReturn").GetInt32()));
    }

    /// <returns>The report that both gave.</returns>
    private async Task<JsonElement> SameAsync(string kind, string file, bool isKept = true)
    {
        var tried = await RunAsync(kind, file, isDryRun: true);
        var again = await RunAsync(kind, file, isDryRun: true);
        Assert.Equal(tried, again);
        if (isKept)
            Assert.Equal(await RunAsync(kind, file, isDryRun: false), tried);
        return JsonDocument.Parse(tried).RootElement;
    }

    private async Task<string> RunAsync(string kind, string file, bool isDryRun)
    {
        var runner = new ImportRunner(app.Services.GetRequiredService<AgencyDatabase>(), app.Clock) { ChunkSize = 10 };
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(file));
        await using var text = await FileText.OpenAsync(bytes, FileFormat.Standard, TestContext.Current.CancellationToken);
        var report = await runner.RunAsync(
            app.Services.GetRequiredService<ImportKinds>().Find(kind)!,
            text,
            new TenantScope(app.Alpha.Tenant, ClientScope.All, "test"),
            new ImportMode(isDryRun),
            progress: null,
            rateLimit: null,
            TestContext.Current.CancellationToken
        );
        return JsonSerializer
            .Serialize(report, JsonSerializerOptions.Web)
            .Replace($"\"dryRun\":{(isDryRun ? "true" : "false")},", "", StringComparison.Ordinal);
    }

    private static string Lines(int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{line(i)}\n")));

    private async Task<string> ClientAsync(string reference) =>
        (await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: reference))).Text("id");
}
