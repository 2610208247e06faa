using AgencyRoi.Ledger.Checks;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Posting;

/// <summary>A unit is worth 1, whoever claims it and in whatever order the claims come.</summary>
public sealed class ClaimPostingTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_stronger_claim_that_comes_later_takes_its_share_back_by_a_reversal()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync(Claiming(client, "order:1", EvidenceGrade.C, 0.5m));

        await world.PostAsync(Claiming(client, "order:1", EvidenceGrade.B, 0.7m));

        Assert.Equal([50m, 70m, -50m, 30m], (await ByPostingAsync(world, client)).Select(entry => entry.Client.Amount));
        Assert.Equal(100m, (await world.TotalsAsync(client)).Unadjusted.Value);
    }

    [Fact]
    public async Task A_claim_that_got_nothing_gets_its_share_when_the_stronger_one_is_retracted()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var strong = Claiming(client, "order:1", EvidenceGrade.A, 1m, whole: 90m);
        var weak = Claiming(client, "order:1", EvidenceGrade.D, 0.333m, whole: 100m);
        await world.PostAsync(strong);
        await world.PostAsync(weak);
        Assert.Single(await world.EntriesAsync(client));

        await world.PostAsync(Retracted(strong));

        var entries = await ByPostingAsync(world, client);
        Assert.Equal([90m, -90m, 33.3m], entries.Select(entry => entry.Client.Amount));
        Assert.Equal(weak.Entries[0].ClientAt(0.333m), entries[^1].Client);
        Assert.Equal((weak.SourceId, 0.333m, 0.333m), (entries[^1].SourceId, entries[^1].Share, entries[^1].Quantity));
    }

    [Fact]
    public async Task A_share_is_rounded_once_from_the_unrounded_amount_whether_it_is_cut_at_once_or_later()
    {
        var world = await CreateAsync(fixture.Database);
        var (first, second) = (await world.AddClientAsync(), await world.AddClientAsync());
        FactPosting Strong(ClientId client) => Claiming(client, "order:1", EvidenceGrade.B, 0.7m, whole: 1m);
        FactPosting Weak(ClientId client) => Claiming(client, "order:1", EvidenceGrade.C, 1m, whole: 0.0049m);

        await world.PostAsync(Weak(first));
        await world.PostAsync(Strong(first));
        await world.PostAsync(Strong(second));
        await world.PostAsync(Weak(second));

        // Half of 0.0049 is 0.00245, and 0.3 of it 0.000735. Rounded before, it would be 0.0025 and 0.0008.
        foreach (var client in new[] { first, second })
        {
            var cut = (await ByPostingAsync(world, client))[^1];
            Assert.Equal((0.3m, 0.0015m, 0.0007m), (cut.Share, cut.Client.Amount, cut.Client.Adjusted));
            Assert.Equal((0.0018m, 0.0009m), (cut.Agency.Amount, cut.Agency.Adjusted));
        }
        Assert.Empty(await world.ReadAsync(session => LedgerCheck.RunAsync(session, default)));
    }

    [Fact]
    public async Task A_revision_may_claim_another_unit_and_frees_the_first()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var mover = Claiming(client, "order:1", EvidenceGrade.A, 1m);
        await world.PostAsync(mover, Claiming(client, "order:1", EvidenceGrade.B, 1m, whole: 80m));

        await world.PostAsync(Claiming(client, "order:2", EvidenceGrade.A, 1m, id: mover.SourceId, revision: 2));

        Assert.Equal(180m, (await world.TotalsAsync(client)).Unadjusted.Value);
        Assert.Empty(await world.ReadAsync(session => LedgerCheck.RunAsync(session, default)));
    }

    [Fact]
    public async Task Units_of_two_clients_with_one_name_are_two_units()
    {
        var world = await CreateAsync(fixture.Database);
        ClientId[] clients = [await world.AddClientAsync(), await world.AddClientAsync()];

        await world.PostAsync([.. clients.Select(client => Claiming(client, "order:1", EvidenceGrade.B, 1m))]);

        Assert.Equal(100m, (await world.TotalsAsync(clients[0])).Unadjusted.Value);
        Assert.Equal(100m, (await world.TotalsAsync(clients[1])).Unadjusted.Value);
    }

    [Fact]
    public async Task However_many_wait_for_a_unit_a_posting_is_as_many_round_trips_and_reads_only_those_who_can_get_a_share()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var strong = Claiming(client, "order:1", EvidenceGrade.A, 1m);
        await world.PostAsync([strong, .. Enumerable.Range(0, 200).Select(_ => Claiming(client, "order:1", EvidenceGrade.D, 0.4m))]);

        Assert.Equal(3, await RoundTripsAsync(world, Claiming(client, "order:2", EvidenceGrade.B, 1m)));
        Assert.Equal(4, await RoundTripsAsync(world, Claiming(client, "order:1", EvidenceGrade.B, 1m)));
        // A fact that goes names nothing: what joins its unit to others is asked for when the unit is known.
        Assert.Equal(5, await RoundTripsAsync(world, Retracted(strong)));

        var waiting = Claiming(client, "order:1", EvidenceGrade.C, 0.1m);
        await using var session = await fixture.Database.WriteAsync(world.Agency);
        Assert.Single((await LedgerState.LockAsync(session, [waiting], default)).Claims);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_order_of_arrival_ends_in_the_same_sums(int seed)
    {
        var world = await CreateAsync(fixture.Database);
        var random = new Random(seed);
        var facts = Enumerable
            .Range(0, 60)
            .Select(number =>
                Claiming(
                    new(Guid.Empty),
                    $"order:{random.Next(12)}",
                    (EvidenceGrade)random.Next(5),
                    random.Next(1, 101) / 100m,
                    random.Next(1, 100_000) / 100m,
                    day: $"2025-{random.Next(1, 4):00}-10",
                    stream: (ValueStream)random.Next(3, 13)
                )
            )
            .ToArray();
        var expected = Expected(facts);

        for (var order = 0; order < 3; order++)
        {
            var client = await world.AddClientAsync();
            random.Shuffle(facts);
            foreach (var batch in facts.Chunk(random.Next(1, 9)))
                await world.PostAsync([.. batch.Select(fact => fact with { ClientId = client })]);

            Assert.Equal(expected, (await world.TotalsAsync(client)).Unadjusted.Value);
        }
        Assert.Empty(await world.ReadAsync(session => LedgerCheck.RunAsync(session, default)));
    }

    // The first of them opens the session.
    private async Task<int> RoundTripsAsync(LedgerWorld world, FactPosting posting)
    {
        using var counter = new StatementCounter(fixture.Database);
        await world.PostAsync(posting);
        return counter.Count;
    }

    private static async Task<List<LedgerEntry>> ByPostingAsync(LedgerWorld world, ClientId client) =>
        [.. (await world.EntriesAsync(client)).OrderBy(entry => entry.Version).ThenBy(entry => entry.LineNo)];

    private static decimal Expected(IEnumerable<FactPosting> facts) => facts.GroupBy(fact => fact.Entries[0].Unit).Sum(GrantedAmount);

    /// <summary>What the pure rule says that the claims on a unit are worth.</summary>
    internal static decimal GrantedAmount(IEnumerable<FactPosting> onUnit)
    {
        var bySource = onUnit.ToDictionary(fact => fact.SourceId);
        var claims = bySource.Values.Select(fact => new Claim(
            fact.SourceId,
            fact.Entries[0].Kind.Grade!.Value,
            fact.OccurredOn,
            EnumCode.Parse<ValueStream>(fact.Entries[0].Kind.Code),
            fact.ExternalReference,
            fact.Entries[0].Share
        ));
        return ClaimOrder.Grant(claims).Sum(grant => bySource[grant.Claim.SourceId].Entries[0].ClientAt(grant.Granted).Amount);
    }
}
