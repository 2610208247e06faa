using System.Security.Cryptography;
using System.Text;
using AgencyRoi.Tests.RandomOperations;
using AgencyRoi.Tests.Records.IndirectValue;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>Rows that come in one file end as the same rows do that come one after the other.</summary>
public sealed class ImportedTogetherTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Rows = 40;
    private static readonly string[] Rollups = ["ledger_months", "ledger_days", "ledger_year_to_date"];

    [Fact]
    public async Task A_file_of_many_rows_ends_as_its_rows_do_in_files_of_their_own()
    {
        var together = await DigestAsync(rowsOfAFile: Rows);
        var apart = await DigestAsync(rowsOfAFile: 1);

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{together.Split('\n').Length} lines, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(together)))}"
        );
        // Rows that were corrected, and claims that were cut.
        Assert.Contains("\"revision\": 2", together, StringComparison.Ordinal);
        Assert.Contains("\"granted\": 0.00000000", together, StringComparison.Ordinal);
        Assert.Equal(apart, together);
    }

    // In the order in which they come: later files correct earlier ones, claims meet, and each has rows that are refused.
    private static IEnumerable<(string Kind, string Columns, Func<int, string> Row)> Files(RandomAgency agency)
    {
        var client = agency.Clients[0];
        yield return (
            "costs",
            "date,category,amount,currency,channel",
            i => $"{Day(1, i)},{(i % 7 == 0 ? "AGENCY_FEE" : "AD_SPEND")},{i * 13 % 29}.25,{Currency(i)},{Channel(i)}"
        );
        yield return (
            "costs",
            "date,category,amount,currency,channel",
            i => $"{Day(1, i)},AD_SPEND,{i * 11 % 31 - 3}.5,{Currency(i)},{Channel(i)}"
        );
        yield return (
            "sales",
            "date,amount,currency,channel,lead_reference",
            i => $"{Day(2, i)},{i * 17 % 101}.75,{Currency(i)},{Channel(i)},lead-{i % 9}"
        );
        yield return ("outcomes", "goal,date,quantity,lead_reference", i => $"{Goal(i)},{Day(2, i)},1,lead-{i % 13}");
        yield return (
            "sales",
            "date,amount,currency,channel,lead_reference",
            i => $"{Day(2, i)},{i * 19 % 103}.5,{Currency(i)},{Channel(i)},lead-{i % 7}"
        );
        yield return ("time-entries", "date,person,hours", i => $"{Day(2, i)},{agency.People[i % 3]},{i % 5}.25");
        yield return (
            "mentions",
            "date,locus,sentiment,labelled_by",
            i => $"{Day(3, i)},{(i == 5 ? "NOWHERE" : "OWN_SITE")},POSITIVE,PERSON"
        );
        var learning = StreamSample.All.Single(sample => sample.Import == "learnings").Csv;
        yield return ("learnings", $"date,currency,{learning.Header}", i => $"{Day(3, i)},{Currency(i)},{learning.Row}");

        string Channel(int i) => i % 11 == 10 ? "nowhere" : client.Channels[i % 2];
        string Goal(int i) => i % 11 == 10 ? "nowhere" : client.Goals[i % 2];
        static string Currency(int i) => i % 13 == 12 ? "XXX" : RandomAgency.Currencies[i % 3];
        static string Day(int month, int i) => $"2025-0{month}-{1 + i % 27:00}";
    }

    private async Task<string> DigestAsync(int rowsOfAFile)
    {
        var agency = await RandomAgency.AloneAsync(app, app.Alpha);
        var client = agency.Clients[0].Id;
        foreach (var (kind, columns, row) in Files(agency))
        foreach (var rows in Enumerable.Range(1, Rows).Chunk(rowsOfAFile))
        {
            var file = new StringBuilder($"client,external_reference,{columns}\n");
            foreach (var i in rows)
                file.Append($"{client},r-{i},{row(i)}\n");
            await app.ImportAsync(app.Alpha.OwnerToken, kind, file.ToString());
        }
        return await RowsOfAsync(client);
    }

    /// <summary>
    /// Facts, claims, sums of entries and rollups of a client, without ids, versions and times. A claim that came first and gave way leaves a row and its
    /// reversal where rows come one after the other: they come to nothing.
    /// </summary>
    private async Task<string> RowsOfAsync(string client)
    {
        var id = Encoding.UTF8.GetString(Convert.FromBase64String(client)).Split(':')[1];
        const string Left = "'{posted_version,posted_line,created_at,updated_at,whole_entry,entries}'";
        string[] facts = ["costs", "sales", "outcomes", "time_entries", "mentions", "stream_facts", "claims"];
        var lines = string.Join(
            " union all ",
            [
                .. facts.Select(table => Lines(table, "true")),
                .. Rollups.Select(table => Lines(table, "(quantity, client_amount, agency_amount) <> (0, 0, 0)")),
                Lines("ledger_terms", "standing <> 0"),
            ]
        );
        var rows = await app.Database.AsSuperuserAsync($"select string_agg(line, E'\\n' order by line) from ({lines}) l");
        return $"{rows}\n{await LedgerSumsText.OfAsync(app.Database, app.Alpha, client)}";

        string Lines(string table, string condition) =>
            $$"""
                select '{{table}} ' || regexp_replace((to_jsonb(t) - {{Left}}::text[])::text, '[0-9a-f]{8}-[0-9a-f-]{27}', '', 'g') as line
                from app.{{table}} t where t.client_id = '{{id}}' and {{condition}}
                """;
    }
}
