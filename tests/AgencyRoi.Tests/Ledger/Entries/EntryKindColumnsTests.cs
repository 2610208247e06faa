using AgencyRoi.Platform;
using AgencyRoi.Tests.Ledger.Posting;
using Npgsql;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Entries;

public sealed class EntryKindColumnsTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Theory]
    [InlineData("ledger_entries")]
    [InlineData("ledger_months")]
    [InlineData("ledger_days")]
    public async Task A_cost_says_its_category_and_value_its_stream_with_grade_and_basis(string table)
    {
        var world = await PostedAsync();

        var said = await world.Database.AsSuperuserAsync(
            $"""
            select string_agg(concat_ws(' ', side, coalesce(value_stream, '-'), coalesce(cost_category, '-'), coalesce(grade, '-'), coalesce(basis, '-')), ', ' order by side)
            from app.{table} where tenant_id = '{world.Agency.Id}'
            """
        );

        Assert.Equal("COST - AD_SPEND - -, VALUE DIRECT_SALES - C REVENUE", said);
    }

    [Theory]
    [InlineData("grade = 'A' where side = 'COST'")]
    [InlineData("basis = 'STATED' where side = 'COST'")]
    [InlineData("value_stream = 'CONVERSIONS' where side = 'COST'")]
    [InlineData("cost_category = null where side = 'COST'")]
    [InlineData("grade = null where side = 'VALUE'")]
    [InlineData("basis = null where side = 'VALUE'")]
    [InlineData("value_stream = null where side = 'VALUE'")]
    [InlineData("cost_category = 'AD_SPEND' where side = 'VALUE'")]
    public async Task No_row_says_anything_else(string change)
    {
        var world = await PostedAsync();

        foreach (var table in new[] { "ledger_entries", "ledger_months", "ledger_days" })
        {
            var error = await Assert.ThrowsAsync<PostgresException>(() =>
                world.Database.AsSuperuserAsync($"update app.{table} set {change} and tenant_id = '{world.Agency.Id}'")
            );
            Assert.Equal($"{table}_kind", error.ConstraintName);
        }
    }

    [Fact]
    public async Task Postings_of_one_day_and_kind_are_one_row_of_a_rollup_with_what_is_null_in_it()
    {
        var world = await PostedAsync();
        var client = (Guid)
            (await world.Database.AsSuperuserAsync($"select client_id from app.ledger_heads where tenant_id = '{world.Agency.Id}'"))!;

        await world.PostAsync(Cost(new ClientId(client), "2025-01-10", 11m));

        foreach (var table in new[] { "ledger_months", "ledger_days" })
            Assert.Equal(
                "2 111.0000",
                await world.Database.AsSuperuserAsync(
                    $"select string_agg(entries || ' ' || client_amount, ', ') from app.{table} where side = 'COST' and tenant_id = '{world.Agency.Id}'"
                )
            );
    }

    private async Task<LedgerWorld> PostedAsync()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync(Cost(client, "2025-01-10", 100m), Sale(client, "2025-01-11", 250m));
        return world;
    }
}
