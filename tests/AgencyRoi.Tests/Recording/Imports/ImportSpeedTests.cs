using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>What a file costs the database, in statements; with IMPORT_ROWS also how long it takes, printed and never judged.</summary>
public sealed class ImportSpeedTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly int Rows = int.Parse(Environment.GetEnvironmentVariable("IMPORT_ROWS") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_chunk_of_costs_takes_the_same_few_statements_whatever_is_before_it()
    {
        var client = (
            await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "quick"))
        ).Text("id");
        await app.ChannelAsync(app.Alpha, client);
        await app.ImportAsync(app.Alpha.StaffToken, "costs", File("warm", 1000));

        var one = await StatementsAsync(File("one", 1000));
        var two = await StatementsAsync(File("two", 2000));
        var watch = Stopwatch.StartNew();
        var all = await StatementsAsync(File("all", Rows));
        watch.Stop();

        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Rows:N0} costs in {watch.Elapsed.TotalSeconds:N1} s: {Rows / watch.Elapsed.TotalSeconds:N0} rows a second; {all} statements, {two - one} a chunk"
            )
        );
        Assert.Equal(one + (two - one) * (Rows / 1000 - 1), all);
        Assert.InRange(two - one, 1, 14);
    }

    private async Task<int> StatementsAsync(string file)
    {
        using var statements = new StatementCounter(app.Database);
        await app.ImportAsync(app.Alpha.StaffToken, "costs", file);
        return statements.Count;
    }

    private static string File(string name, int rows)
    {
        var file = new StringBuilder("client,external_reference,date,category,amount,currency,description\n");
        for (var i = 0; i < rows; i++)
            file.Append(
                CultureInfo.InvariantCulture,
                $"quick,{name}-{i},{new DateOnly(2024, 1, 1).AddDays(i % 700):yyyy-MM-dd},AD_SPEND,{i % 997}.{i % 100:00},USD,row {i}\n"
            );
        return file.ToString();
    }
}
