using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Interactions;

/// <summary>People who acted and were reached are recorded by month, corrected and taken back.</summary>
public sealed class AudienceActivityTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Any_day_stands_for_its_month_and_what_nobody_measured_is_null()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);

        var made = await RecordAsync(client, channel, "2025-03-17", new { activePeople = 0m });
        var corrected = await app.DoAsync(
            app.Alpha.StaffToken,
            "interactions/CorrectAudienceActivity",
            new
            {
                id = made.Text("id"),
                version = 1,
                month = "2025-04-30",
                reachedPeople = 9m,
            }
        );
        var retracted = await app.DoAsync(
            app.Alpha.StaffToken,
            "interactions/RetractAudienceActivity",
            new { id = made.Text("id"), version = 2 }
        );

        Assert.Equal("2025-03-01 0 null null", Card(made));
        Assert.Equal("2025-04-01 0 9 null", Card(corrected));
        Assert.NotNull(retracted.GetProperty("retractedAt").GetString());
    }

    [Fact]
    public async Task Parts_are_not_larger_than_what_they_are_part_of()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);

        Assert.Equal(["BAD_INPUT input.activePeople"], await RefusalAsync(client, channel, new { }));
        Assert.Equal(
            ["BAD_INPUT input.repeatedlyActivePeople"],
            await RefusalAsync(client, channel, new { activePeople = 1m, repeatedlyActivePeople = 2m })
        );
        Assert.Equal(
            ["BAD_INPUT input.reachedPeople"],
            await RefusalAsync(
                client,
                channel,
                new
                {
                    reachedPeople = 1m,
                    peopleReachedByAmplification = 2m,
                    reachedNonFollowers = 3m,
                }
            )
        );
        Assert.Equal(["BAD_INPUT input.reachedPeople"], await RefusalAsync(client, channel, new { reachedPeople = 1.5m }));
    }

    [Fact]
    public async Task A_file_says_months_and_the_same_file_again_changes_nothing()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var file =
            "client,external_reference,month,channel,active_people,repeatedly_active_people,reached_people\n"
            + $"{client},1,2025-03-31,{channel},300,90,8000\n{client},2,2025-04-01,{channel},,,\n";

        Assert.Equal((1, 0, 0, 1), (await app.ImportAsync(app.Alpha.StaffToken, "audience-activity?dryRun=true", file)).Counts());
        Assert.Equal((1, 0, 0, 1), (await app.ImportAsync(app.Alpha.StaffToken, "audience-activity", file)).Counts());
        var again = await app.ImportAsync(app.Alpha.StaffToken, "audience-activity", file);

        Assert.Equal((0, 0, 1, 1), again.Counts());
        Assert.Equal(["3 active_people BAD_INPUT"], again.Errors());
    }

    private static string Card(JsonElement row) =>
        string.Join(
            ' ',
            new[] { "month", "activePeople", "reachedPeople", "reachedNonFollowers" }.Select(name =>
                row.GetProperty(name) is { ValueKind: not JsonValueKind.Null } given ? given.ToString() : "null"
            )
        );

    private Task<JsonElement> RecordAsync(string client, string channel, string month, object people) =>
        app.DoAsync(app.Alpha.StaffToken, "interactions/RecordAudienceActivity", Of(client, channel, month, people));

    private Task<string[]> RefusalAsync(string client, string channel, object people) =>
        app.RefusalAsync(app.Alpha.StaffToken, "interactions/RecordAudienceActivity", Of(client, channel, "2025-03-01", people));

    private static Dictionary<string, object?> Of(string clientId, string channelId, string month, object people) =>
        people
            .GetType()
            .GetProperties()
            .ToDictionary(property => property.Name, property => property.GetValue(people))
            .Concat([new("clientId", clientId), new("channelId", channelId), new("month", month)])
            .ToDictionary();
}
