using AgencyRoi.Ledger.Checks;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Tests.EarlierDatabase;

/// <summary>An earlier version's facts are valued by the rules of now when somebody asks for it, and what was closed stays what it was.</summary>
public sealed class EarlierDatabaseRevaluedTests(EarlierApp app) : IClassFixture<EarlierApp>
{
    [Fact]
    public async Task A_revaluation_posts_what_its_preview_said_and_changes_no_closing()
    {
        foreach (var (agency, client) in Clients())
        {
            var preview = await RevalueAsync(agency, client, preview: true);
            var done = await RevalueAsync(agency, client, preview: false);
            Assert.Equal(Text(preview), Text(done));
            Assert.Equal(0, (await RevalueAsync(agency, client, preview: true)).GetProperty("factCount").GetInt32());
        }

        foreach (var agency in new[] { app.Alpha, app.Beta })
        {
            await using var session = await app.Database.ReadAsync(agency.Tenant);
            Assert.Empty(await LedgerCheck.RunAsync(session, TestContext.Current.CancellationToken));
        }
        Assert.Equal([], await app.DifferencesAsync(nameof(EarlierQuestions.AsReported), nameof(EarlierQuestions.Published)));
    }

    private IEnumerable<(TestAgency Agency, string Client)> Clients() =>
        app
            .Record.Answers.Where(answer => answer.Document == nameof(EarlierQuestions.Figures))
            .Select(answer => (answer.Agency == "alpha" ? app.Alpha : app.Beta, answer.Variables.Text("client")))
            .Distinct();

    private Task<System.Text.Json.JsonElement> RevalueAsync(TestAgency agency, string clientId, bool preview) =>
        app.DoAsync(
            agency.OwnerToken,
            "periods/RevalueClient",
            new
            {
                clientId,
                from = "2000-01-01",
                preview,
            }
        );

    private static string Text(System.Text.Json.JsonElement restatement) =>
        $"{restatement.GetProperty("factCount")} {restatement.GetProperty("difference")} {restatement.GetProperty("entries")}";
}
