using AgencyRoi.Ledger.Checks;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using AgencyRoi.Tests.Ledger.Posting;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Checks;

/// <summary>Nobody but a superuser can do these things; the check finds each of them.</summary>
public sealed class LedgerCheckTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_ledger_that_was_only_posted_to_has_no_differences()
    {
        var (world, _) = await PostedAsync();

        Assert.Empty(await CheckAsync(world));
    }

    [Fact]
    public async Task An_entry_that_was_changed_names_the_month_in_all_rollups_and_in_the_closing()
    {
        var (world, client) = await PostedAsync();

        await AlterAsync(world, "update app.ledger_entries set client_amount = client_amount + 0.0001 where side = 'COST'");

        var found = await CheckAsync(world);
        Assert.Equal(["closings", "days", "months", "year_to_date"], found.Select(difference => difference.What).Order());
        Assert.All(found, difference => Assert.Equal((client, Day("2025-01-01")), (difference.ClientId, difference.Month!.Value)));
        Assert.Contains("100.0001", found.Single(difference => difference.What == "months").Expected);
    }

    [Theory]
    [InlineData("delete from app.ledger_days where side = 'COST'", "days")]
    [InlineData("delete from app.ledger_months where side = 'VALUE' and line = 'DIRECT'", "months")]
    [InlineData("update app.ledger_months set agency_high_amount = agency_high_amount - 1 where side = 'COST'", "months")]
    [InlineData("update app.ledger_days set goal_id = gen_random_uuid() where side = 'COST'", "days,days")]
    [InlineData("delete from app.ledger_year_to_date where kind = 'COST:AD_SPEND' and month = '2025-03-01'", "year_to_date")]
    [InlineData("update app.ledger_year_to_date set low_amount = low_amount + 1 where kind like 'DIRECT:%'", "year_to_date")]
    [InlineData(
        "update app.ledger_year_to_date set month = '2026-01-01' where month = '2025-01-01' and kind = 'COST:AD_SPEND'",
        "year_to_date,year_to_date"
    )]
    [InlineData("update app.ledger_months set method = 'another' where side = 'COST'", "months,months")]
    [InlineData("delete from app.ledger_terms where kind = 'COST:AD_SPEND'", "terms")]
    [InlineData("update app.ledger_terms set standing = standing + 1 where kind like 'DIRECT:%'", "terms")]
    [InlineData("update app.ledger_terms set factor = 0.123 where kind = 'COST:AD_SPEND'", "terms,terms")]
    [InlineData("update app.period_closes set sha256 = sha256(document || 'x'::bytea)", "closings,closings")]
    [InlineData("update app.period_closes set document = document || ' '::bytea", "closings")]
    [InlineData("update app.ledger_heads set version = 1", "heads")]
    [InlineData("update app.claims set full_amount = full_amount + 1 where granted = 0.3", "claims")]
    [InlineData("update app.claims set unrounded = jsonb_set(unrounded, '{client,factor}', '0.9') where granted = 0.3", "claims")]
    [InlineData("update app.claims set unrounded = jsonb_set(unrounded, '{agency,high}', '0.9') where granted = 0.3", "claims")]
    [InlineData("update app.claims set grade = 'A' where granted = 0.3", "claims,claims")]
    public async Task What_was_altered_is_found(string alteration, string expected)
    {
        var (world, _) = await PostedAsync();

        await AlterAsync(world, alteration);

        Assert.Equal(expected, string.Join(',', (await CheckAsync(world)).Select(difference => difference.What)));
    }

    [Fact]
    public async Task A_reversal_that_does_not_take_back_its_entry_is_found()
    {
        var (world, _) = await PostedAsync();

        await AlterAsync(
            world,
            "update app.ledger_entries set quantity = quantity - 1 where reverses_version is not null and side = 'VALUE'"
        );

        Assert.Contains(await CheckAsync(world), difference => difference.What == "reversals");
    }

    [Fact]
    public async Task Another_agencys_ledger_is_not_looked_at()
    {
        var (altered, _) = await PostedAsync();
        var (untouched, _) = await PostedAsync();

        await AlterAsync(altered, "delete from app.ledger_days");

        Assert.Empty(await CheckAsync(untouched));
    }

    private async Task<(LedgerWorld World, ClientId Client)> PostedAsync()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync(Cost(client, "2025-01-10", 100m), Sale(client, "2025-01-11", 250m));
        await world.CloseAsync(client, "2025-01");
        await world.PostAsync(Claiming(client, "order:1", EvidenceGrade.C, 0.5m));
        await world.PostAsync(Claiming(client, "order:1", EvidenceGrade.B, 0.7m));
        return (world, client);
    }

    private static Task<IReadOnlyList<LedgerDifference>> CheckAsync(LedgerWorld world) =>
        world.ReadAsync(session => LedgerCheck.RunAsync(session, default));

    private static async Task AlterAsync(LedgerWorld world, string statement)
    {
        var restricted = statement.Contains(" where ", StringComparison.Ordinal) ? " and" : " where";
        await world.Database.AsSuperuserAsync($"{statement}{restricted} tenant_id = '{world.Agency.Id}'");
    }
}
