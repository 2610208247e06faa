using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Tests.EarlierDatabase;

/// <summary>The product of now over the database of an earlier version, migrated.</summary>
public sealed class EarlierApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    internal EarlierRecord Record { get; } = EarlierRecord.Read();

    /// <summary>Each answer that is not what was written down, told by its question.</summary>
    internal async Task<List<string>> DifferencesAsync(params string[] documents)
    {
        var differences = new List<string>();
        var portals = new Dictionary<string, string>();
        foreach (var earlier in Record.Answers.Where(answer => documents.Contains(answer.Document)))
        {
            var agency = earlier.Agency == "alpha" ? Alpha : Beta;
            var token = earlier.Portal ? await PortalTokenAsync(agency, earlier.Variables.Text("client"), portals) : agency.OwnerToken;
            var answer = await this.AskAsync(token, EarlierQuestions.Of(earlier.Document), earlier.Variables);
            var data = answer.TryGetProperty("errors", out var errors) ? errors.GetRawText() : answer.GetProperty("data").GetRawText();
            if (EarlierQuestions.AsItWas(data) != earlier.Data)
                differences.Add($"{earlier.Document} {earlier.Variables}\nwas: {earlier.Data}\nis:  {data}");
        }
        return differences;
    }

    private protected override async Task<TestDatabase> CreateDatabaseAsync(PostgresFixture postgres)
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await database.AsSuperuserAsync(EarlierRecord.ReadDatabase());
        await new Migrator(database.MigratorConnection).RunAsync(TestContext.Current.CancellationToken);
        return database;
    }

    private protected override async Task<TestAgency> AgencyAsync(string slug, string currencyCode)
    {
        var tenant = await Database.Registry.FindAsync(slug, TestContext.Current.CancellationToken);
        return await TestAgency.OfAsync(Database, tenant!, slug, Clock); // both are in the file
    }

    private async Task<string> PortalTokenAsync(TestAgency agency, string client, Dictionary<string, string> known)
    {
        if (known.TryGetValue(client, out var token))
            return token;
        var made = await this.DoAsync(
            agency.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = "PORTAL",
                label = "to ask again",
                clientIds = new[] { client },
            }
        );
        return known[client] = made.Text("token");
    }
}
