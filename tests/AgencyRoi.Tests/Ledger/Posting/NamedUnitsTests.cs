using AgencyRoi.Ledger.Checks;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Posting;

/// <summary>Facts that share a name claim one unit, and so do those that a third fact joins, for as long as it does.</summary>
public sealed class NamedUnitsTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_fact_that_names_two_units_makes_them_one_and_its_retraction_leaves_them_apart_again()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var joining = Named(client, EvidenceGrade.B, 50m, "lead:1", "order:1");
        await world.PostAsync(Named(client, EvidenceGrade.A, 30m, "lead:1"), Named(client, EvidenceGrade.C, 40m, "order:1"));
        Assert.Equal(70m, await WorthAsync(world, client));

        await world.PostAsync(joining);
        Assert.Equal(30m, await WorthAsync(world, client));

        await world.PostAsync(Retracted(joining));
        Assert.Equal(70m, await WorthAsync(world, client));
        await CheckAsync(world);
    }

    [Fact]
    public async Task A_fact_that_gets_nothing_joins_units_all_the_same()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var joining = Named(client, EvidenceGrade.E, 5m, "lead:1", "order:1");
        var corrected = Named(client, EvidenceGrade.E, 5m, "order:1") with { SourceId = joining.SourceId, SourceRevision = 2 };

        await world.PostAsync(joining);
        await world.PostAsync(Named(client, EvidenceGrade.A, 30m, "lead:1"));
        await world.PostAsync(Named(client, EvidenceGrade.C, 40m, "order:1"));
        await world.PostAsync(Named(client, EvidenceGrade.D, 20m, "lead:1"));
        Assert.Equal(30m, await WorthAsync(world, client));

        await world.PostAsync(corrected);
        Assert.Equal(70m, await WorthAsync(world, client));
        await CheckAsync(world);
    }

    [Fact]
    public async Task A_unit_is_served_whole_where_one_fact_leaves_it_without_a_share_and_another_reaches_it_by_a_third()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var waiting = Named(client, EvidenceGrade.D, 20m, "order:1");
        var leaving = Named(client, EvidenceGrade.D, 20m, "order:9") with { SourceId = waiting.SourceId, SourceRevision = 2 };
        await world.PostAsync(Named(client, EvidenceGrade.A, 30m, "order:1"), waiting);
        await world.PostAsync(Named(client, EvidenceGrade.E, 5m, "order:3", "order:1"));

        await world.PostAsync(leaving, Named(client, EvidenceGrade.C, 40m, "order:2", "order:3"));

        Assert.Equal(30m + 20m, await WorthAsync(world, client));
        await CheckAsync(world);
    }

    [Fact]
    public async Task Shares_of_one_unit_never_pass_the_whole_whatever_names_they_come_by()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync(
            Claiming(client, "order:1", EvidenceGrade.B, 0.7m),
            Claiming(client, "lead:1", EvidenceGrade.C, 0.6m),
            Claiming(client, "lead:1", EvidenceGrade.D, 0.5m)
        );
        Assert.Equal(70m + 60m + 40m, await WorthAsync(world, client));

        await world.PostAsync(Named(client, EvidenceGrade.E, 100m, "lead:1", "order:1"));

        Assert.Equal(100m, await WorthAsync(world, client));
        await CheckAsync(world);
    }

    [Fact]
    public async Task Names_of_another_client_join_nothing()
    {
        var world = await CreateAsync(fixture.Database);
        var (client, other) = (await world.AddClientAsync(), await world.AddClientAsync());
        await world.PostAsync(Named(client, EvidenceGrade.A, 30m, "lead:1"), Named(client, EvidenceGrade.C, 40m, "order:1"));

        await world.PostAsync(Named(other, EvidenceGrade.B, 50m, "lead:1", "order:1"));

        Assert.Equal((70m, 50m), (await WorthAsync(world, client), await WorthAsync(world, other)));
        await CheckAsync(world);
    }

    [Fact]
    public async Task What_was_posted_by_one_name_is_joined_by_all_when_it_is_revalued_as_its_preview_said()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var (lead, order, both) = (
            Named(client, EvidenceGrade.A, 30m, "lead:1"),
            Named(client, EvidenceGrade.C, 40m, "order:1"),
            Named(client, EvidenceGrade.B, 50m, "order:1", "lead:1")
        );
        await world.PostAsync(lead, order, AsBefore(both));
        Assert.Equal(30m + 50m, await WorthAsync(world, client));

        var preview = await world.ReadAsync(session => LedgerWriter.PreviewAsync(session, [lead, order, both], default));
        var posted = await RestatedAsync(world, lead, order, both);

        Assert.Equal([-50m], preview.Select(entry => entry.Client.Amount));
        Assert.Equal([(-50m, EntryCause.Claim)], posted.Select(entry => (entry.Client.Amount, entry.Cause)));
        Assert.Equal(30m, await WorthAsync(world, client));
        Assert.Empty(await RestatedAsync(world, lead, order, both));
        await CheckAsync(world);
    }

    [Fact]
    public async Task Check_tells_of_claims_that_are_joined_and_not_served_together()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync(Named(client, EvidenceGrade.A, 30m, "lead:1", "order:1"), Named(client, EvidenceGrade.C, 40m, "order:1"));
        await world.PostAsync(Named(client, EvidenceGrade.B, 50m, "lead:2"));
        await CheckAsync(world);

        await world.Database.AsSuperuserAsync($"delete from app.claim_names where client_id = '{client}'");

        var difference = Assert.Single(await world.ReadAsync(session => LedgerCheck.RunAsync(session, default)));
        Assert.Equal("claims", difference.What);
    }

    private static async Task<IReadOnlyList<LedgerEntry>> RestatedAsync(LedgerWorld world, params IReadOnlyList<FactPosting> facts)
    {
        await using var session = await world.Database.WriteAsync(world.Agency);
        var posted = await LedgerWriter.RevalueAsync(session, facts, Poster, _ => true, default);
        await session.CommitAsync(default);
        return posted;
    }

    private static FactPosting AsBefore(FactPosting fact) =>
        fact with
        {
            Entries = [fact.Entries[0] with { UnitNames = [fact.Entries[0].Unit] }],
        };

    private static FactPosting Named(ClientId client, EvidenceGrade grade, decimal whole, string name, params string[] others) =>
        Naming(Claiming(client, name, grade, 1m, whole), others);

    private static async Task<decimal> WorthAsync(LedgerWorld world, ClientId client) => (await world.TotalsAsync(client)).Unadjusted.Value;

    private static async Task CheckAsync(LedgerWorld world) =>
        Assert.Empty(await world.ReadAsync(session => LedgerCheck.RunAsync(session, default)));
}
