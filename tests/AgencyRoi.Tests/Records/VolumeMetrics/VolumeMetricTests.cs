using System.Text.Json;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Tests.Recording.Imports;
using Npgsql;
using VolumeMetric = AgencyRoi.Records.VolumeMetrics.VolumeMetric;

namespace AgencyRoi.Tests.Records.VolumeMetrics;

/// <summary>What every network counts is stored, listed and corrected, and is never value.</summary>
public sealed class VolumeMetricTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header =
        "client,external_reference,date,channel,campaign,goal,is_paid,impressions,reach,clicks,visits,interactions\n";

    [Fact]
    public async Task Volume_for_a_goal_with_a_value_posts_nothing_and_moves_no_return()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 100m, name: "Enquiries");
        var campaignId = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 50m, campaignId: campaignId));
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, campaignId: campaignId);
        var (before, entries) = ((await app.RoiAsync(app.Alpha, client)).ToString(), await EntriesAsync());

        await RecordAsync(
            client,
            new
            {
                goalId = goal,
                campaignId,
                isPaid = true,
                impressions = 1_000_000m,
                clicks = 5_000m,
                reach = 1m,
                visits = 7m,
            }
        );
        await app.ImportAsync(app.Alpha.StaffToken, "volume-metrics", $"{Header}{client},v-1,2025-03-10,,,,true,900000,,40,,12\n");

        Assert.Equal(before, (await app.RoiAsync(app.Alpha, client)).ToString());
        Assert.Equal(entries, await EntriesAsync());
    }

    /// <summary>A volume metric is no source of the ledger: neither its type nor a kind of source could post one.</summary>
    [Fact]
    public void Nothing_of_the_ledger_can_be_made_of_it()
    {
        Assert.False(typeof(VolumeMetric).IsAssignableTo(typeof(ILedgerSource)));
        Assert.DoesNotContain(Enum.GetNames<SourceKind>(), kind => kind.Contains("Volume", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_measured_is_null_and_zero_is_a_number()
    {
        var client = await app.ClientAsync(app.Alpha);
        var file =
            $"{Header}{client},1,2025-03-01,,,,true,1000,800,0,,\n{client},2,2025-03-02,,,,,,,,,31\n{client},3,2025-03-02,,,,,,,,,\n";

        var report = await app.ImportAsync(app.Alpha.StaffToken, "volume-metrics", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "volume-metrics", file);
        var nodes = await ListAsync(client);

        Assert.Equal((2, 0, 0, 1), report.Counts());
        Assert.Equal((0, 0, 2, 1), again.Counts());
        Assert.Equal(["4 impressions BAD_INPUT"], report.Errors());
        Assert.Equal(["2025-03-02 False null null null null 31", "2025-03-01 True 1000 800 0 null null"], nodes.Select(Card));
    }

    [Fact]
    public async Task What_cannot_be_counted_is_refused_at_its_field()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal(["BAD_INPUT input.clicks"], await RefusalAsync(client, new { clicks = 1.5m }));
        Assert.Equal(["NEGATIVE_AMOUNT input.visits"], await RefusalAsync(client, new { visits = -1m }));
        Assert.Equal(["BAD_INPUT input.reach"], await RefusalAsync(client, new { impressions = 10m, reach = 11m }));
        Assert.Equal(["BAD_INPUT input.impressions"], await RefusalAsync(client, new { isPaid = true }));
    }

    [Fact]
    public async Task Another_clients_channel_campaign_or_goal_is_not_there()
    {
        var (client, other) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        var channelId = await app.ChannelAsync(app.Alpha, other);
        var campaignId = await app.CampaignAsync(app.Alpha, other, "Theirs");
        var goalId = await app.PricedGoalAsync(app.Alpha, other, 1m);

        Assert.Equal(["NOT_FOUND input.channelId"], await RefusalAsync(client, new { clicks = 1m, channelId }));
        Assert.Equal(["NOT_FOUND input.campaignId"], await RefusalAsync(client, new { clicks = 1m, campaignId }));
        Assert.Equal(["NOT_FOUND input.goalId"], await RefusalAsync(client, new { clicks = 1m, goalId }));
    }

    private static string Card(JsonElement row) =>
        string.Join(
            ' ',
            new[] { "occurredOn", "isPaid", "impressions", "reach", "clicks", "visits", "interactions" }.Select(name =>
                row.GetProperty(name) is { ValueKind: not JsonValueKind.Null } given ? given.ToString() : "null"
            )
        );

    private Task<JsonElement> RecordAsync(string clientId, object numbers) =>
        app.DoAsync(app.Alpha.StaffToken, "volume-metrics/RecordVolumeMetric", Of(clientId, numbers));

    private Task<string[]> RefusalAsync(string clientId, object numbers) =>
        app.RefusalAsync(app.Alpha.StaffToken, "volume-metrics/RecordVolumeMetric", Of(clientId, numbers));

    private static Dictionary<string, object?> Of(string clientId, object numbers) =>
        numbers
            .GetType()
            .GetProperties()
            .ToDictionary(property => property.Name, property => property.GetValue(numbers))
            .Concat([new("clientId", clientId), new("occurredOn", "2025-03-10")])
            .ToDictionary();

    private async Task<JsonElement[]> ListAsync(string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "volume-metrics/VolumeMetrics", new { client }))
            .GetProperty("client")
            .GetProperty("volumeMetrics")
            .List("nodes");

    private async Task<long> EntriesAsync()
    {
        await using var connection = new NpgsqlConnection(app.Database.SuperuserConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from app.ledger_entries", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
