using System.Diagnostics;
using System.Globalization;
using System.Text;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>What a file of stages costs the database, in statements; with IMPORT_ROWS also how long it takes, printed and never judged.</summary>
public sealed class StageImportSpeedTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly int Rows = int.Parse(Environment.GetEnvironmentVariable("IMPORT_ROWS") ?? "2000", CultureInfo.InvariantCulture);
    private static readonly string[] Stages = ["REACHED", "ACTIVE", "VISITOR", "LEAD", "CUSTOMER"];

    [Fact]
    public async Task A_chunk_of_stages_takes_the_same_few_statements_whatever_is_before_it()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "quick"));
        await app.ImportAsync(app.Alpha.StaffToken, "contacts", File("warm", 1000));

        var one = await StatementsAsync(File("one", 1000));
        var two = await StatementsAsync(File("two", 2000));
        var watch = Stopwatch.StartNew();
        var all = await StatementsAsync(File("all", Rows));
        watch.Stop();

        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Rows:N0} stages in {watch.Elapsed.TotalSeconds:N1} s: {Rows / watch.Elapsed.TotalSeconds:N0} rows a second; {all} statements, {two - one} a chunk"
            )
        );
        Assert.Equal(one + (two - one) * (Rows / 1000 - 1), all);
    }

    private async Task<int> StatementsAsync(string file)
    {
        using var statements = new StatementCounter(app.Database);
        await app.ImportAsync(app.Alpha.StaffToken, "contacts", file);
        return statements.Count;
    }

    // Three people in four are named once, the others twice.
    private static string File(string name, int rows)
    {
        var file = new StringBuilder("client,external_reference,date,stage,crm_id\n");
        for (var i = 0; i < rows; i++)
            file.Append(
                CultureInfo.InvariantCulture,
                $"quick,{name}-{i},{new DateOnly(2024, 1, 1).AddDays(i % 700):yyyy-MM-dd},{Stages[i % Stages.Length]},{name}-{i * 4 / 5}\n"
            );
        return file.ToString();
    }
}
