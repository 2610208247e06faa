using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Engagement;

/// <summary>What tests of engagement state and read over the API.</summary>
internal static class EngagementWorld
{
    public static object March { get; } = new { from = "2025-03-01", to = "2025-04-01" };

    public static Task<JsonElement> AuditAsync(
        this AgencyApp app,
        string clientId,
        string channelId,
        string occurredOn,
        decimal grossFollowers,
        decimal inauthentic,
        decimal sample = 100m
    ) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "listening/RecordAudienceAudit",
            new
            {
                clientId,
                channelId,
                occurredOn,
                grossFollowers,
                sample,
                inauthentic,
                tool = "by hand",
                source = "audit.xlsx",
            }
        );

    /// <param name="people">Active, repeatedly active, reached, reached by amplification, not following.</param>
    public static Task<JsonElement> PeopleAsync(
        this AgencyApp app,
        string clientId,
        string channelId,
        string month,
        params decimal?[] people
    ) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "interactions/RecordAudienceActivity",
            new
            {
                clientId,
                channelId,
                month,
                activePeople = people[0],
                repeatedlyActivePeople = people[1],
                reachedPeople = people[2],
                peopleReachedByAmplification = people[3],
                reachedNonFollowers = people[4],
            }
        );

    public static Task<JsonElement> InteractionsAsync(
        this AgencyApp app,
        string clientId,
        string channelId,
        string kind,
        decimal quantity,
        decimal? withOnwardStep = null,
        string occurredOn = "2025-03-05",
        string? post = null,
        string? topic = null
    ) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "interactions/RecordInteractionCount",
            new
            {
                clientId,
                channelId,
                occurredOn,
                kind,
                quantity,
                withOnwardStep,
                post,
                topic,
            }
        );

    public static async Task<JsonElement> EngagementAsync(this AgencyApp app, string client, object period) => (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "interactions/Engagement",
                new
                {
                    client,
                    period,
                    first = 50,
                }
            )
        ).GetProperty("client").GetProperty("engagement");

    /// <summary>Value, numerator and denominator of a ratio, or the reason why there is none.</summary>
    public static string Card(this JsonElement of, string ratio)
    {
        var found = of.GetProperty(ratio);
        return found.GetProperty("undefinedReason").GetString()
            ?? FormattableString.Invariant(
                $"{found.GetProperty("value").GetDecimal():0.######} = {found.GetProperty("numerator").GetDecimal():0.##} / {found.GetProperty("denominator").GetDecimal():0.##}"
            );
    }
}
