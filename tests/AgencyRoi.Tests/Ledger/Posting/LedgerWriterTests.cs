using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Npgsql;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Posting;

public sealed class LedgerWriterTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_posting_writes_entries_and_both_rollups_under_one_version()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();

        var receipt = await world.PostAsync(Cost(client, "2025-01-10", 100m), Sale(client, "2025-01-31", 250.55555m));

        Assert.Equal((2, 0), (receipt.Entries, receipt.Reversals));
        Assert.Equal(1, receipt.Versions[client]);
        var entries = await world.EntriesAsync(client);
        Assert.Equal([(1L, 1), (1L, 2)], entries.Select(entry => (entry.Version, entry.LineNo)));
        var totals = await world.TotalsAsync(client);
        Assert.Equal((100m, 250.5556m), (totals.Cost, totals.Direct.Value));
        var days = await world.ReadAsync(session => LedgerSums.ByAsync(session, Always(client), LedgerDimension.Channel, default));
        Assert.Equal(313.1944m, days.Single(sum => sum.Kind.Side == EntrySide.Value).Sums.Agency.Amount);
    }

    [Fact]
    public async Task An_entry_is_read_back_as_it_was_written()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var sale = Sale(client, "2024-02-29", 19.99m, at: new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()));

        await world.PostAsync(sale);

        var entry = Assert.Single(await world.EntriesAsync(client));
        var expected = LedgerEntry.Whole(sale, sale.Entries[0]) with
        {
            Version = 1,
            LineNo = 1,
            Inputs = entry.Inputs,
            RecordedAt = entry.RecordedAt,
            RecordedBy = Poster,
            Unrounded = null, // which a claim keeps, and no entry
        };
        Assert.Equal(expected, entry);
        Assert.Equal("""{"amount": "19.99", "quantity": "1"}""", entry.Inputs);
    }

    [Fact]
    public async Task A_revision_reverses_what_the_older_one_posted_and_posts_anew()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var fact = Guid.CreateVersion7();
        await world.PostAsync(Cost(client, "2025-01-10", 100m, fact));

        var receipt = await world.PostAsync(Cost(client, "2025-02-10", 120m, fact, revision: 2));

        Assert.Equal((2, 1), (receipt.Entries, receipt.Reversals));
        var entries = await world.EntriesAsync(client);
        Assert.Equal([100m, -100m, 120m], entries.Select(entry => entry.Client.Amount));
        Assert.Equal(["2025-01-10", "2025-01-10", "2025-02-10"], entries.Select(entry => entry.Day.ToString("yyyy-MM-dd")));
        Assert.Equal((1L, 1), (entries[1].ReversesVersion!.Value, entries[1].ReversesLine!.Value));
        Assert.Equal(120m, (await world.TotalsAsync(client)).Cost);
    }

    [Fact]
    public async Task A_revision_that_is_posted_already_changes_nothing()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var sale = Sale(client, "2025-01-10", 100m);
        await world.PostAsync(sale);

        var again = await world.PostAsync(sale);

        Assert.Equal(0, again.Entries);
        Assert.Empty(again.Versions);
        Assert.Single(await world.EntriesAsync(client));
    }

    [Fact]
    public async Task A_retracted_fact_leaves_nothing_but_its_history()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var sale = Sale(client, "2025-01-10", 100m);
        var cost = Cost(client, "2025-01-10", 40m);
        await world.PostAsync(sale, cost);

        await world.PostAsync(Retracted(sale), Retracted(cost));

        Assert.Equal(4, (await world.EntriesAsync(client)).Count);
        var sums = await world.ReadAsync(session => LedgerSums.OfAsync(session, Always(client), default));
        Assert.All(
            sums,
            sum => Assert.Equal((2, 0m, default, default), (sum.Sums.Entries, sum.Sums.Quantity, sum.Sums.Client, sum.Sums.Agency))
        );
        Assert.Equal(2, sums.Count);
    }

    [Fact]
    public async Task A_zero_cost_is_an_entry_and_not_a_gap()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();

        await world.PostAsync(Cost(client, "2025-01-10", 0m));

        Assert.Equal(0m, Assert.Single(await world.EntriesAsync(client)).Client.Amount);
    }

    [Fact]
    public async Task A_posting_over_several_clients_gives_each_its_own_version()
    {
        var world = await CreateAsync(fixture.Database);
        ClientId[] clients = [await world.AddClientAsync(), await world.AddClientAsync()];
        await world.PostAsync(Cost(clients[0], "2025-01-10", 1m));

        var receipt = await world.PostAsync(Cost(clients[1], "2025-01-10", 2m), Cost(clients[0], "2025-01-10", 3m));

        Assert.Equal((2L, 1L), (receipt.Versions[clients[0]], receipt.Versions[clients[1]]));
        Assert.Equal((4m, 2m), ((await world.TotalsAsync(clients[0])).Cost, (await world.TotalsAsync(clients[1])).Cost));
    }

    [Fact]
    public async Task A_fact_stands_once_in_a_posting()
    {
        var world = await CreateAsync(fixture.Database);
        var cost = Cost(await world.AddClientAsync(), "2025-01-10", 1m);

        await Assert.ThrowsAsync<ArgumentException>(() => world.PostAsync(cost, cost with { SourceRevision = 2 }));
    }

    [Fact]
    public async Task A_client_that_the_session_may_not_see_cannot_be_posted_to()
    {
        var world = await CreateAsync(fixture.Database);
        var (mine, hidden) = (await world.AddClientAsync(), await world.AddClientAsync());
        await using var session = await fixture.Database.WriteAsync(world.Agency, ClientScope.Only(mine));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            LedgerWriter.PostAsync(session, [Cost(hidden, "2025-01-10", 1m)], Poster, default)
        );
    }

    [Theory]
    [InlineData("update app.ledger_entries set client_amount = 0")]
    [InlineData("delete from app.ledger_entries")]
    [InlineData("update app.period_closes set edition = 9")]
    [InlineData("delete from app.period_closes")]
    public async Task What_was_written_cannot_be_rewritten_by_the_product(string statement)
    {
        await using var session = await fixture.Database.WriteAsync(fixture.Alpha);
        await using var command = session.Command(statement);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_thousand_facts_post_and_are_revised_at_once()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var facts = Facts(revision: 1, factor: 1m);
        await world.PostAsync(facts);

        var receipt = await world.PostAsync(Facts(revision: 2, factor: 3m));

        Assert.Equal((2 * 1_143, 1_143), (receipt.Entries, receipt.Reversals));
        Assert.Equal(3m * facts.Sum(fact => fact.Entries[0].Client.Amount), (await world.TotalsAsync(client)).Direct.Value);

        List<FactPosting> Facts(int revision, decimal factor) =>
            [
                .. Enumerable
                    .Range(0, 1_143)
                    .Select(number =>
                        Sale(
                            client,
                            $"2025-{number % 12 + 1:00}-{number % 28 + 1:00}",
                            factor * (number + 0.01m),
                            new Guid(number, 0, 0, new byte[8]),
                            revision
                        )
                    ),
            ];
    }
}
