using AgencyRoi.Ledger.Checks;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Posting;

/// <summary>
/// The ledger under concurrent writers. The number of postings of each of the eight writers is small here; the long run is the same test with
/// <c>LEDGER_LOAD_POSTINGS=400 dotnet run --project tests/AgencyRoi.Tests -c Release -- -class AgencyRoi.Tests.Ledger.Posting.LedgerLoadTests -showLiveOutput</c>.
/// </summary>
public sealed class LedgerLoadTests(DatabaseFixture fixture, ITestOutputHelper output) : IClassFixture<DatabaseFixture>
{
    private static int PostingsPerWriter =>
        int.TryParse(Environment.GetEnvironmentVariable("LEDGER_LOAD_POSTINGS"), out var postings) ? postings : 15;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Eight_writers_and_a_closer_leave_a_ledger_without_a_difference(int clientCount)
    {
        var world = await CreateAsync(fixture.Database);
        var clients = new ClientId[clientCount];
        for (var client = 0; client < clientCount; client++)
            clients[client] = await world.AddClientAsync();
        var load = new LedgerLoad(world, clients, PostingsPerWriter, seed: 20_25);

        await load.RunAsync();

        var differences = await world.ReadAsync(session => LedgerCheck.RunAsync(session, default));
        output.WriteLine($"{load}, {differences.Count} differences");
        Assert.Equal(0, load.Deadlocks);
        Assert.Empty(differences);
        Assert.True(load.Closes.Count > 1);
        foreach (var client in clients)
        {
            var totals = await world.TotalsAsync(client);
            Assert.Equal(load.Expected(client), (totals.Cost, totals.Unadjusted.Value));
        }
    }
}
