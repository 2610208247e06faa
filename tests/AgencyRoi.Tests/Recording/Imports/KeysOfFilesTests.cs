using System.Globalization;
using System.Text.Json;
using AgencyRoi.Recording.Imports;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>Which fact a row is: keys as they come out of spreadsheets, keys of refused rows, keys that were expected to be new.</summary>
public sealed class KeysOfFilesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Costs = "client,external_reference,date,category,amount,currency\n";
    private const string Rates = "base_currency,quote_currency,date,rate,granularity,source\n";

    public static TheoryData<string> Kinds =>
        [.. new ImportKinds(Modules.All).All.Select(kind => kind.Name).Where(name => name != "forecasts")];

    [Theory]
    [InlineData("2.38512E+16")]
    [InlineData("\"=\"\"23851234567890123\"\"\"")]
    [InlineData("=A1")]
    [InlineData("'23851234567890123")]
    [InlineData("#N/A")]
    public async Task A_key_that_a_spreadsheet_has_spoilt_is_refused_and_nothing_is_stored(string key)
    {
        var client = await ClientAsync();

        var report = await ImportAsync(
            Costs + $"{client},{key},2025-03-11,AD_SPEND,10.00,USD\n{client},{key},2025-03-12,AD_SPEND,20.00,USD\n"
        );

        Assert.Equal(["2 external_reference BAD_INPUT", "3 external_reference BAD_INPUT"], report.Errors());
        Assert.Equal(0L, await StoredAsync(client));
    }

    [Fact]
    public async Task Keys_that_differ_only_by_blanks_around_them_are_one_key()
    {
        var client = await ClientAsync();

        var report = await ImportAsync(
            Costs
                + $"{client}, id1 ,2025-03-10,AD_SPEND,1.00,USD\n{client},id1,2025-03-10,AD_SPEND,1.00,USD\n"
                + $"{client} ,id1\u00A0,2025-03-10,AD_SPEND,1.00,USD\n{client},ID1,2025-03-10,AD_SPEND,1.00,USD\n"
        );
        var again = await ImportAsync(Costs + $" {client},id1,2025-03-10,AD_SPEND,1.00,USD\n");

        Assert.Equal((2, 0, 0, 2), report.Counts());
        Assert.Equal(["3 external_reference DUPLICATE_IN_FILE", "4 external_reference DUPLICATE_IN_FILE"], report.Errors());
        Assert.Equal((0, 0, 1, 0), again.Counts());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_has_two_names_and_one_key_of_its_own(bool isDryRun)
    {
        var client = await ClientAsync();
        var file =
            Costs
            + $"{client},id1,2025-03-10,AD_SPEND,1.00,USD\n{await IdAsync(client)},id1,2025-03-10,AD_SPEND,2.00,USD\n"
            + $"{await IdAsync(client)},id2,2025-03-10,AD_SPEND,1.00,USD\n{client},id2,2025-03-10,AD_SPEND,1.00,USD\n";

        var report = await app.ImportAsync(app.Alpha.OwnerToken, isDryRun ? "costs?dryRun=true" : "costs", file);

        Assert.Equal((2, 0, 0, 2), report.Counts());
        Assert.Equal(["3 external_reference DUPLICATE_IN_FILE", "5 external_reference DUPLICATE_IN_FILE"], report.Errors());
    }

    [Fact]
    public async Task Blanks_around_the_name_of_another_object_are_no_part_of_it()
    {
        var client = await ClientAsync();
        await app.DoAsync(
            app.Alpha.StaffToken,
            "channels/CreateChannel",
            new
            {
                clientId = await IdAsync(client),
                networkCode = "FACEBOOK",
                name = "Page",
                ownership = "OWNED",
                role = "CARE",
                runByAgency = true,
                externalReference = " meta ",
            }
        );

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs",
            "client,external_reference,date,category,amount,currency,channel\n"
                + $"{client},a,2025-03-10,AD_SPEND,1.00,USD,meta\n{client},b,2025-03-10,AD_SPEND,1.00,USD, meta\n{client},c,2025-03-10,AD_SPEND,1.00,USD,'meta\n"
        );

        Assert.Equal((2, 0, 0, 1), report.Counts());
        Assert.Equal(["4 channel BAD_INPUT"], report.Errors());
    }

    [Fact]
    public async Task A_mutation_and_a_file_mean_one_fact_by_keys_that_differ_by_blanks()
    {
        var client = await ClientAsync();
        var cost = Bookkeeping.NewCost(await IdAsync(client), 7m, externalReference: " c1\t");
        var made = await app.CostAsync(app.Alpha, cost);

        var report = await ImportAsync(Costs + $"{client},c1,2025-03-10,AD_SPEND,7,USD\n");
        var spoilt = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "costs/RecordCost",
            Bookkeeping.NewCost(await IdAsync(client), 7m, externalReference: " 2.38512E+16 ")
        );

        Assert.Equal("c1", made.Text("externalReference"));
        Assert.Equal((0, 0, 1, 0), report.Counts());
        Assert.Equal(["BAD_INPUT input.externalReference"], spoilt);
    }

    [Fact]
    public async Task A_refused_row_does_not_block_a_good_row_of_its_key()
    {
        var client = await ClientAsync();

        var costs = await ImportAsync(
            Costs
                + $"{client},bb1,2025-03-10,AD_SPEND,10.00,CHF\n{client},bb1,2025-03-10,AD_SPEND,10.00,USD\n"
                + $"{client},bb1,2025-03-10,AD_SPEND,11.00,USD\n{client},bb2,2025-02-30,AD_SPEND,10.00,USD\n{client},bb2,2025-03-10,AD_SPEND,10.00,USD\n"
        );
        var rates = await app.ImportAsync(
            app.Alpha.StaffToken,
            "exchange-rates",
            Rates + "EUR,SEK,2025-03-01,0,MONTH,x\nEUR,SEK,2025-03-01,11.2,MONTH,x\nEUR,SEK,2025-03-01,11.3,MONTH,x\n"
        );

        Assert.Equal(["2 currency NO_EXCHANGE_RATE", "4 external_reference DUPLICATE_IN_FILE", "5 date BAD_INPUT"], costs.Errors());
        Assert.Equal((2, 0, 0, 3), costs.Counts());
        Assert.Equal(["2 rate BAD_INPUT", "4 date DUPLICATE_IN_FILE"], rates.Errors());
        Assert.Equal((1, 0, 0, 2), rates.Counts());
    }

    [Fact]
    public async Task A_duplicate_is_named_by_columns_that_the_file_has()
    {
        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "exchange-rates",
            "base_currency,quote_currency,date,rate,source\nEUR,NOK,2025-03-01,11.2,x\nEUR,NOK,2025-03-01,11.3,x\n"
        );

        Assert.Equal(
            "An earlier row of the file has the same date and base_currency and quote_currency: leave one of the two out.",
            Assert.Single(report.List("errors")).Text("message")
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_that_expects_new_rows_refuses_a_known_key_with_other_content(string kind)
    {
        await app.BakeryAsync();
        var file = ImportExamples.Of(kind);

        var made = await app.ImportAsync(app.Alpha.StaffToken, $"{kind}?expectNew=true", file);
        var same = await app.ImportAsync(app.Alpha.StaffToken, $"{kind}?expectNew=true", file);
        var other = await app.ImportAsync(app.Alpha.StaffToken, $"{kind}?expectNew=true", Changed(file));
        var corrected = await app.ImportAsync(app.Alpha.StaffToken, kind, Changed(file));

        Assert.Equal(((1, 0, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)), (made.Counts(), same.Counts(), other.Counts()));
        var columns = new ImportKinds(Modules.All).Find(kind)!.KeyColumns;
        Assert.Equal([$"2 {columns[0]} ALREADY_EXISTS"], other.Errors());
        Assert.Equal((0, 1, 0, 0), corrected.Counts());
    }

    // The first of these that the file has says something else.
    private static string Changed(string file)
    {
        var lines = file.Split('\n');
        var names = lines[0].Split(',');
        var fields = lines[1].Split(',');
        var column = new[]
        {
            "rate",
            "amount",
            "visits",
            "quantity",
            "hours",
            "stars",
            "sample",
            "active_people",
            "date",
            "touched_at",
            "effective_from",
        }
            .Select(name => Array.IndexOf(names, name))
            .First(place => place >= 0);
        fields[column] = names[column] is "date" or "touched_at" or "effective_from"
            ? "2025-12-30"
            : (decimal.Parse(fields[column], CultureInfo.InvariantCulture) - 1m).ToString(CultureInfo.InvariantCulture);
        return $"{lines[0]}\n{string.Join(',', fields)}\n";
    }

    private async Task<string> ClientAsync()
    {
        var name = $"client-{Guid.NewGuid():N}";
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: name));
        return name;
    }

    private async Task<string> IdAsync(string client) =>
        (await app.AskAsync(app.Alpha.StaffToken, $$"""{ clients(where: { externalReference: { eq: "{{client}}" } }) { nodes { id } } }"""))
            .GetProperty("data")
            .GetProperty("clients")
            .List("nodes")[0]
            .Text("id");

    private Task<JsonElement> ImportAsync(string file) => app.ImportAsync(app.Alpha.StaffToken, "costs", file);

    private async Task<object?> StoredAsync(string client) =>
        await app.Database.AsSuperuserAsync(
            $"select count(*) from app.costs c join app.clients k on k.id = c.client_id where k.external_reference = '{client}'"
        );
}
