using AgencyRoi.Ledger.Checks;
using AgencyRoi.Platform.Database;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Reports.Attribution;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>
/// Whatever many people do at once, everything derived follows from the ledger, and the ledger from the facts. A few hundred operations run here; the long run is
/// the same test with
/// <c>RANDOM_OPERATIONS=10000 RANDOM_SEED=1 dotnet run --project tests/AgencyRoi.Tests -c Release -- -class AgencyRoi.Tests.RandomOperations.RandomOperationsTests -showLiveOutput</c>.
/// </summary>
public sealed class RandomOperationsTests(AgencyApp app, ITestOutputHelper output) : IClassFixture<AgencyApp>
{
    private static readonly int Operations = Setting("RANDOM_OPERATIONS", 400);
    private static readonly int Seed = Setting("RANDOM_SEED", 20_25);

    [Fact]
    public async Task Rollups_claims_and_closings_follow_from_the_ledger_and_the_ledger_from_the_facts()
    {
        RandomAgency[] agencies = [await RandomAgency.CreateAsync(app, app.Alpha), await RandomAgency.CreateAsync(app, app.Beta)];
        // From here on sums over journeys are kept while callers change them.
        await JourneysAreSummedAsync(agencies);
        var run = new RandomRun(app, agencies, Operations, Seed);

        await run.RunAsync();

        var differences = await CheckAsync();
        output.WriteLine(
            $"{run}\n{await LedgerFromScratch.EntriesAsync(app.Database)} entries, {await LedgerFromScratch.ClosingsAsync(app.Database)} closings, {differences.Count} differences"
        );
        Assert.True(run.Report.Faults.Count == 0, string.Join("\n", run.Report.Faults.Take(20)));
        Assert.Empty(differences);
        Assert.Equal(0, await LedgerFromScratch.DifferencesAsync(app.Database));
        Assert.Equal(0, await LedgerFromScratch.WrongHashesAsync(app.Database));
        Assert.Equal(0, await LedgerFromScratch.UnitsAboveOneAsync(app.Database));
        Assert.Equal(0, await LedgerFromScratch.DeadlocksAsync(app.Database));
        await JourneysAreSummedAsync(agencies);
        foreach (var agency in agencies)
        foreach (var client in agency.Clients.Select(client => client.Id).Append(agency.House))
            await RestatedOnceIsRestatedAsync(agency.Agency, client);
        // Restated by other policies than they were recorded by.
        await JourneysAreSummedAsync(agencies);
        Assert.Empty(await CheckAsync());
        Assert.Equal(0, await LedgerFromScratch.DifferencesAsync(app.Database));
    }

    // Of months, as if they were read anew.
    private async Task JourneysAreSummedAsync(RandomAgency[] agencies)
    {
        foreach (var agency in agencies)
        foreach (var client in agency.Clients)
            await KeptAnswers.EqualAsync(app, agency.Agency, client.Id);
    }

    // Valued anew, each fact is worth what the ledger holds for it: nothing was posted twice, forgotten or left behind.
    private async Task RestatedOnceIsRestatedAsync(TestAgency agency, string client)
    {
        var id = IsolationWorld.KeyOf(client);
        var pending = await app.RevaluedAsync(agency, id);
        await app.RevaluedAsync(agency, id, new DateOnly(2025, 2, 15));
        var restated = await app.DoAsync(agency.OwnerToken, "periods/RevalueClient", new { clientId = client, from = "2000-01-01" });

        Assert.Equal(pending.Entries.Select(entry => entry.SourceId).Distinct().Count(), restated.GetProperty("factCount").GetInt32());
        Assert.Empty((await app.RevaluedAsync(agency, id)).Entries);
    }

    private async Task<List<LedgerDifference>> CheckAsync()
    {
        var found = new List<LedgerDifference>();
        foreach (var agency in new[] { app.Alpha, app.Beta })
        {
            await using var session = await app.Database.ReadAsync(agency.Tenant);
            found.AddRange(await LedgerCheck.RunAsync(session, default));
        }
        return found;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : otherwise;
}
