using AgencyRoi.Ledger.Checks;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using AgencyRoi.Tests.Ledger.Posting;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>What the ledger sums to depends on the facts alone, and not on when they came.</summary>
public sealed class ArrivalOrderTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Every_order_of_the_same_facts_claims_corrections_and_closings_gives_the_same_sums()
    {
        var world = await CreateAsync(fixture.Database);
        var sums = new HashSet<string>();
        foreach (var order in Permutations(5))
        {
            var client = await world.AddClientAsync();
            var facts = Facts(client);
            for (var turn = 0; turn < order.Length; turn++)
            {
                // Where the closing falls changes the editions and not the sum over them.
                if (turn == order[0])
                    await world.CloseAsync(client, "2025-03");
                await world.PostAsync(facts[order[turn]]);
            }
            sums.Add(await SumsAsync(world, client));
        }

        Assert.Single(sums);
        Assert.Empty(await world.ReadAsync(session => LedgerCheck.RunAsync(session, default)));
    }

    [Fact]
    public async Task Sending_everything_again_changes_nothing_and_taking_it_back_restores()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var facts = Facts(client);
        await world.PostAsync(facts[0]);
        await world.PostAsync(facts[1]);
        var before = await SumsAsync(world, client);
        var entries = (await world.EntriesAsync(client)).Count;

        Assert.Equal(0, (await world.PostAsync(facts[0], facts[1])).Entries);
        await world.PostAsync(facts[2]);
        Assert.NotEqual(before, await SumsAsync(world, client));
        await world.PostAsync(Retracted(facts[2]));

        Assert.Equal(before, await SumsAsync(world, client));
        Assert.True((await world.EntriesAsync(client)).Count > entries);
    }

    // Four rivals for one unit, the strongest of which takes what is left of it from the others; and a cost.
    private static FactPosting[] Facts(ClientId client) =>
        [
            Claiming(client, "order:1", EvidenceGrade.C, 0.5m, 33.33m, Id(1)),
            Claiming(client, "order:1", EvidenceGrade.C, 0.4m, 77.77m, Id(2), day: "2025-03-09"),
            Claiming(client, "order:1", EvidenceGrade.A, 0.7m, 19.99m, Id(3)),
            Claiming(client, "order:1", EvidenceGrade.D, 1m, 1000.01m, Id(4), stream: ValueStream.IndirectSales),
            Cost(client, "2025-03-11", 12.345m, Id(5)),
        ];

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static async Task<string> SumsAsync(LedgerWorld world, ClientId client)
    {
        var sums = await world.ReadAsync(session => LedgerSums.OfAsync(session, Always(client), default));
        return string.Join(
            '\n',
            sums.Where(sum => sum.Sums.Client != default)
                .OrderBy(sum => (sum.Kind.Side, sum.Kind.ReturnClass, sum.Kind.Grade))
                .Select(sum =>
                    FormattableString.Invariant(
                        $"{sum.Kind.Side} {sum.Kind.ReturnClass} {sum.Kind.Code} {sum.Kind.Grade} {sum.Sums.Client} {sum.Sums.Agency}"
                    )
                )
        );
    }

    private static IEnumerable<int[]> Permutations(int count) =>
        count == 0
            ?
            [
                [],
            ]
            : Permutations(count - 1)
                .SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));
}
