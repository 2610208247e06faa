using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Records.JourneySums;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Reports.Attribution;

/// <summary>Questions that the sums of months answer, held against the answers of the journeys themselves.</summary>
internal static partial class KeptAnswers
{
    /// <summary>The models whose sums are kept.</summary>
    public static readonly object[] Kept =
    [
        new { type = "POLICY" },
        new { type = "FIRST_TOUCH" },
        new { type = "LAST_TOUCH" },
        new { type = "LINEAR" },
        new { type = "POSITION" },
        new { type = "MARKOV" },
        new { type = "MARKOV", order = 2 },
    ];

    private static readonly (string From, string To)[] Periods =
    [
        ("2025-01-01", "2026-01-01"),
        ("2025-03-01", "2025-04-01"),
        ("2025-11-01", "2026-02-01"),
        ("2026-01-01", "2026-01-16"), // to today
        ("2025-06-01", "2030-01-01"),
        ("2025-11-01", "2025-12-10"), // within a month, which the journeys answer
    ];

    /// <summary>Both say the same of each period.</summary>
    public static async Task EqualAsync(AgencyApp app, TestAgency agency, string client)
    {
        // A model whose sums are not kept has the journeys read.
        var read = new List<JsonElement>();
        foreach (var period in Periods)
            read.Add(await AskAsync(app, agency, client, period, [.. Kept, new { type = "LAST_NON_DIRECT_TOUCH" }]));
        await KeepAsync(app, agency, client);
        foreach (var (period, journeys) in Periods.Zip(read))
        {
            var sums = await AskAsync(app, agency, client, period, Kept);
            foreach (var property in sums.EnumerateObject())
                if (property.Name is not ("models" or "bands" or "rankAgreement"))
                    Assert.Equal(
                        (period, property.Name, Text(journeys.GetProperty(property.Name))),
                        (period, property.Name, Text(property.Value))
                    );
            foreach (var (ofJourneys, ofSums) in journeys.List("models").Zip(sums.List("models")))
                Assert.Equal(TextOfModel(ofJourneys), TextOfModel(ofSums));
        }
    }

    /// <summary>The sums know all that is recorded.</summary>
    public static Task KeepAsync(AgencyApp app, TestAgency agency, string client) =>
        app.Services.GetRequiredService<JourneyKeeper>().KeepAsync(agency.Tenant, new(Isolation.IsolationWorld.KeyOf(client)), default);

    public static async Task<JsonElement> AskAsync(
        AgencyApp app,
        TestAgency agency,
        string client,
        (string From, string To) period,
        params object[] models
    ) => (
            await app.SendAsync(
                agency.StaffToken,
                "journeys/Attribution",
                new
                {
                    client,
                    period = new { from = period.From, to = period.To },
                    models,
                }
            )
        ).GetProperty("client").GetProperty("attribution");

    // A channel of no account in any model of one question may be of some in the other.
    private static string TextOfModel(JsonElement model)
    {
        var rows = model
            .List("rows")
            .Where(row => row.GetProperty("conversions").GetDecimal() != 0m || row.Amount("value") != 0m)
            .Select(Text);
        var figures = model
            .EnumerateObject()
            .Where(property => property.Name != "rows")
            .Select(property => $"{property.Name} {Text(property.Value)}");
        return string.Join('\n', figures.Concat(rows));
    }

    // 1.000 is 1.
    private static string Text(JsonElement value) => TrailingZeros().Replace(value.ToString(), "");

    [GeneratedRegex(@"\.0+(?=\D|$)|(?<=\.\d*[1-9])0+(?=\D|$)")]
    private static partial Regex TrailingZeros();
}
