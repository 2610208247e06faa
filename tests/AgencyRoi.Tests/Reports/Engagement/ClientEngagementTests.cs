using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Engagement;

/// <summary>
/// One channel in February and March, calculated by hand. Audits: 1,000 followers of whom 20 of 100 are fake, 800 real, on 2025-02-20; 1,200, 960 real, on 2025-03-31. People:
/// in February 80 active, 20 of them again, 4,000 reached, 400 by others, 1,000 who do not follow; in March 120, 48, 5,000, 1,000, 1,500. In March 9,000 views, 300 likes of
/// which none led on, 60 shares of which 6 did, 40 comments that nobody measured, 100 clicks of which 80 did: 500 interactions, 100 of them amplifying.
/// </summary>
public sealed class ClientEngagementTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string[] Ratios =
    [
        "activationRate",
        "repeatInteraction",
        "interactionsPerActivePerson",
        "amplificationRate",
        "amplifiedReachShare",
        "netNewReachShare",
        "closedLoopShare",
    ];

    [Fact]
    public async Task Each_ratio_of_a_month_is_that_of_its_sums()
    {
        var (client, _) = await ClientAsync();

        var totals = (await app.EngagementAsync(client, EngagementWorld.March)).GetProperty("totals");

        Assert.Equal((500m, 9000m), (totals.GetProperty("interactionCount").GetDecimal(), totals.GetProperty("viewCount").GetDecimal()));
        Assert.Equal(
            [
                "0.125 = 120 / 960",
                "0.4 = 48 / 120",
                "4.166667 = 500 / 120",
                "0.2 = 100 / 500",
                "0.2 = 1000 / 5000",
                "0.3 = 1500 / 5000",
                // 300 + 60 + 100 were measured, and 0 + 6 + 80 of them led on.
                "0.813043 = 374 / 460",
            ],
            Ratios.Select(ratio => totals.Card(ratio))
        );
        var loop = totals.GetProperty("loop");
        Assert.Equal(
            ("0.2 = 1000 / 5000", "1.25 = 5000 / 4000", "0.1 = 400 / 4000"),
            (loop.Card("branchingRatio"), loop.Card("multiplier"), loop.Card("before"))
        );
        Assert.Equal(
            (0.1m, "VIRTUOUS"),
            (loop.GetProperty("change").GetProperty("value").GetDecimal(), loop.GetProperty("change").Text("direction"))
        );
    }

    [Fact]
    public async Task Months_are_added_as_person_months_and_each_by_its_own_audit()
    {
        var (client, _) = await ClientAsync();

        var engagement = await app.EngagementAsync(client, new { from = "2025-02-01", to = "2025-04-01" });

        // 80 of 800 and 120 of 960; in February nobody recorded interactions.
        Assert.Equal("0.113636 = 200 / 1760", engagement.GetProperty("totals").Card("activationRate"));
        Assert.Equal("4.166667 = 500 / 120", engagement.GetProperty("totals").Card("interactionsPerActivePerson"));
        Assert.Equal(
            [0.1m, 0.125m],
            engagement
                .List("overTime")
                .Select(month => month.GetProperty("figures").GetProperty("activationRate").GetProperty("value").GetDecimal())
        );
        Assert.Equal(
            [("NOT_MEASURED_BEFORE", null), (null, "VIRTUOUS")],
            engagement
                .List("overTime")
                .Select(month => month.GetProperty("figures").GetProperty("loop").GetProperty("change"))
                .Select(change => (change.GetProperty("undefinedReason").GetString(), change.GetProperty("direction").GetString()))
        );
    }

    [Fact]
    public async Task People_of_a_month_count_in_days_that_hold_all_of_it_and_interactions_by_the_day()
    {
        var (client, _) = await ClientAsync();

        var totals = (await app.EngagementAsync(client, new { from = "2025-03-05", to = "2025-03-31" })).GetProperty("totals");

        Assert.Equal("ACTIVITY_NOT_MEASURED", totals.Card("activationRate"));
        Assert.Equal("0.2 = 100 / 500", totals.Card("amplificationRate"));
    }

    [Fact]
    public async Task Of_several_for_a_channel_and_month_the_last_one_counts_and_the_one_before_when_it_is_taken_back()
    {
        var (client, channel) = await ClientAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await app.PeopleAsync(client, channel, "2025-03-01", 240m, 0m, null, null, null);

        var replaced = (await app.EngagementAsync(client, EngagementWorld.March)).GetProperty("totals");
        await app.DoAsync(app.Alpha.StaffToken, "interactions/RetractAudienceActivity", new { id = later.Text("id"), version = 1 });
        var restored = (await app.EngagementAsync(client, EngagementWorld.March)).GetProperty("totals");

        Assert.Equal(("0.25 = 240 / 960", "0 = 0 / 240"), (replaced.Card("activationRate"), replaced.Card("repeatInteraction")));
        Assert.Equal("REACH_NOT_MEASURED", replaced.Card("netNewReachShare"));
        Assert.Equal("0.125 = 120 / 960", restored.Card("activationRate"));
    }

    [Fact]
    public async Task A_client_of_whom_nothing_was_recorded_has_reasons_and_no_zeros()
    {
        var client = await app.ClientAsync(app.Alpha);

        var engagement = await app.EngagementAsync(client, EngagementWorld.March);

        var totals = engagement.GetProperty("totals");
        Assert.Equal(JsonValueKind.Null, totals.GetProperty("interactionCount").ValueKind);
        Assert.Equal(
            [
                "ACTIVITY_NOT_MEASURED",
                "ACTIVITY_NOT_MEASURED",
                "ACTIVITY_NOT_MEASURED",
                "INTERACTIONS_NOT_MEASURED",
                "REACH_NOT_MEASURED",
                "REACH_NOT_MEASURED",
                "INTERACTIONS_NOT_MEASURED",
            ],
            Ratios.Select(ratio => totals.Card(ratio))
        );
        Assert.Empty(engagement.List("byKind"));
        Assert.Empty(engagement.List("byNetwork"));
        Assert.Equal("NOT_AUDITED", engagement.GetProperty("database").Card("platformLeakage"));
    }

    /// <summary>Bread has post p-1 with 300 likes, 60 shares and the views; Cake post p-2 with 40 comments and 100 clicks: 360 and 140 of 500.</summary>
    [Fact]
    public async Task Topics_posts_kinds_and_channels_are_parts_of_the_same_interactions()
    {
        var (client, _) = await ClientAsync();

        var engagement = await app.EngagementAsync(client, EngagementWorld.March);

        Assert.Equal(
            ["Bread 1 360 9000 0.72 360", "Cake 1 140 0 0.28 140"],
            engagement
                .GetProperty("byTopic")
                .List("nodes")
                .Select(topic => Line(topic, "topic", "postCount", "interactionCount", "viewCount", "share", "interactionsPerPost"))
        );
        Assert.Equal(
            ["p-1 Bread 360", "p-2 Cake 140"],
            engagement.GetProperty("byPost").List("nodes").Select(post => Line(post, "post", "topic", "interactionCount"))
        );
        Assert.Equal("0.166667 = 60 / 360", engagement.GetProperty("byTopic").List("nodes")[0].Card("amplificationRate"));
        Assert.Equal("0.2 = 20 / 100", engagement.GetProperty("byPost").List("nodes")[1].Card("closedLoopShare"));
        Assert.Equal(
            [
                "VIEW False False 9000 ",
                "LIKE True False 300 0.6",
                "CLICK True False 100 0.2",
                "SHARE True True 60 0.12",
                "COMMENT True True 40 0.08",
            ],
            engagement.List("byKind").Select(kind => Line(kind, "kind", "isActive", "isAmplifying", "quantity", "share"))
        );
        var channel = Assert.Single(engagement.GetProperty("byChannel").List("nodes"));
        Assert.Equal("0.125 = 120 / 960", channel.GetProperty("figures").Card("activationRate"));
        Assert.Equal("INSTAGRAM", Assert.Single(engagement.List("byNetwork")).GetProperty("network").Text("code"));
    }

    /// <summary>30 of 40 real followers act on the other client's channel: 150 / 1000 together, and not the mean of 0.125 and 0.75.</summary>
    [Fact]
    public async Task Clients_stand_side_by_side_and_all_together_are_a_ratio_of_sums()
    {
        var (client, _) = await ClientAsync();
        var other = await app.ClientAsync(app.Alpha, "Small");
        var channel = await app.ChannelAsync(app.Alpha, other);
        await app.AuditAsync(other, channel, "2025-03-01", 50m, 10m, sample: 50m);
        await app.PeopleAsync(other, channel, "2025-03-01", 30m, null, null, null, null);

        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            "query($period: PeriodInput!, $clients: [ID!]) { compareClients(period: $period, where: { client: { id: { in: $clients } } }) { "
                + "rows { client { id } engagement { activationRate { value numerator denominator undefinedReason } } } "
                + "totals { engagement { activationRate { value numerator denominator undefinedReason } } } } }",
            new { period = EngagementWorld.March, clients = new[] { client, other } }
        );

        var compared = answer.GetProperty("data").GetProperty("compareClients");
        var rows = compared.List("rows").ToDictionary(row => row.GetProperty("client").Text("id"), row => row.GetProperty("engagement"));
        Assert.Equal("0.125 = 120 / 960", rows[client].Card("activationRate"));
        Assert.Equal("0.75 = 30 / 40", rows[other].Card("activationRate"));
        Assert.Equal("0.15 = 150 / 1000", compared.GetProperty("totals").GetProperty("engagement").Card("activationRate"));
    }

    private async Task<(string Client, string Channel)> ClientAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client, networkCode: "INSTAGRAM");
        await app.AuditAsync(client, channel, "2025-02-20", 1000m, 20m);
        await app.AuditAsync(client, channel, "2025-03-31", 1200m, 20m);
        await app.PeopleAsync(client, channel, "2025-02-01", 80m, 20m, 4000m, 400m, 1000m);
        await app.PeopleAsync(client, channel, "2025-03-01", 120m, 48m, 5000m, 1000m, 1500m);
        await app.InteractionsAsync(client, channel, "VIEW", 9000m, post: "p-1", topic: "Bread");
        await app.InteractionsAsync(client, channel, "LIKE", 300m, 0m, post: "p-1", topic: "Bread");
        await app.InteractionsAsync(client, channel, "SHARE", 60m, 6m, "2025-03-06", post: "p-1", topic: "Bread");
        await app.InteractionsAsync(client, channel, "COMMENT", 40m, null, "2025-03-30", post: "p-2", topic: "Cake");
        await app.InteractionsAsync(client, channel, "CLICK", 100m, 80m, "2025-03-30", post: "p-2", topic: "Cake");
        return (client, channel);
    }

    private static string Line(JsonElement row, params string[] names) =>
        string.Join(' ', names.Select(name => $"{row.GetProperty(name)}"));
}
