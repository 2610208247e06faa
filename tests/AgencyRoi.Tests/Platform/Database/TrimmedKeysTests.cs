using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Platform.Database;

/// <summary>Keys that were stored with blanks around them, before blanks were no part of a key.</summary>
public sealed class TrimmedKeysTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,category,amount,currency\n";
    private static readonly Migration Trimming = Migration.All.Single(migration => migration.Name == "trimmed_keys");

    [Fact]
    public async Task A_fact_whose_key_was_stored_with_blanks_is_met_by_the_key_without_them()
    {
        var client = await ClientAsync("spaced");
        var cost = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, externalReference: "id1"));
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 5m, externalReference: "o1"));
        await app.Database.AsSuperuserAsync(
            $"""
            update app.costs set external_reference = ' id1' || chr(160) where external_reference = 'id1';
            update app.sales set external_reference = ' o1', lead_reference = ' L1 ', contact_reference = '  ' where external_reference = 'o1';
            update app.clients set external_reference = 'spaced ' where external_reference = 'spaced'
            """
        );

        await MigrateAsync();
        var report = await app.ImportAsync(app.Alpha.StaffToken, "costs", Header + "spaced,id1,2025-03-10,AD_SPEND,5,USD\n");

        Assert.Equal((0, 0, 1, 0), report.Counts());
        Assert.Equal(
            "o1|L1|",
            await app.Database.AsSuperuserAsync(
                $"select external_reference || '|' || lead_reference || '|' || coalesce(contact_reference, '') from app.sales where id = '{KeyOf(sale.Text("id"))}'"
            )
        );
        Assert.Equal(1L, cost.Long("version"));
    }

    [Fact]
    public async Task Where_the_key_without_blanks_is_taken_the_other_keeps_what_it_has()
    {
        var client = await ClientAsync("twice");
        foreach (var key in new[] { "a", "b", "c" })
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, externalReference: key));
        await app.Database.AsSuperuserAsync(
            "update app.costs set external_reference = ' a' where external_reference = 'b'; update app.costs set external_reference = 'a ' where external_reference = 'c'"
        );

        await MigrateAsync();

        Assert.Equal(
            " a,a,a ",
            await app.Database.AsSuperuserAsync(
                $"select string_agg(external_reference, ',' order by external_reference collate \"C\") from app.costs where client_id = '{KeyOf(client)}'"
            )
        );
    }

    [Fact]
    public async Task What_cannot_be_stated_any_more_can_still_be_corrected_by_its_id()
    {
        var client = await ClientAsync("old");
        var cost = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, externalReference: "spoilt"));
        await app.Database.AsSuperuserAsync("update app.costs set external_reference = '2.38512E+16' where external_reference = 'spoilt'");

        var corrected = await app.DoAsync(
            app.Alpha.StaffToken,
            "costs/CorrectCost",
            new
            {
                id = cost.Text("id"),
                version = cost.Long("version"),
                amount = 6m,
            }
        );

        Assert.Equal(2L, corrected.Long("version"));
    }

    private async Task MigrateAsync() => await app.Database.AsSuperuserAsync(Trimming.Text);

    private static Guid KeyOf(string id) => Isolation.IsolationWorld.KeyOf(id);

    private async Task<string> ClientAsync(string reference) =>
        (await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: reference))).Text("id");
}
