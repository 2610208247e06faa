using AgencyRoi.Tests.Records.Contacts;

namespace AgencyRoi.Tests.Reports.Engagement;

/// <summary>
/// The audience of networks beside the client's own database, calculated by hand. Before March one contact is known, with an account on Instagram; in March come one with an account, one
/// without, and one who turns out to be the first. 800 real followers before March, 960 by its end.
/// </summary>
public sealed class AudienceDatabaseTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Growth_overlap_leakage_and_owned_data_are_ratios_of_sums()
    {
        var client = await ClientAsync();

        var database = (await app.EngagementAsync(client, EngagementWorld.March)).GetProperty("database");

        Assert.Equal(
            (1m, 3m),
            (database.GetProperty("contactCountBefore").GetDecimal(), database.GetProperty("contactCount").GetDecimal())
        );
        Assert.Equal(("2 = 2 / 1", "0.2 = 160 / 800"), (database.Card("contactGrowth"), database.Card("audienceGrowth")));
        Assert.Equal(-1.8m, database.GetProperty("growthGap").GetDecimal());
        Assert.Equal(("0.002083 = 2 / 960", "0.997917 = 958 / 960"), (database.Card("overlap"), database.Card("platformLeakage")));
        // Of three contacts one has a legal basis that holds on the last day.
        Assert.Equal("0.001043 = 1 / 959", database.Card("ownedDataShare"));
        // The second and the third came by the channel, on which others reached 1,000 people.
        Assert.Equal("0.002 = 2 / 1000", database.Card("newContactsPerAmplifiedReach"));
        Assert.Empty(database.List("findings"));
        Assert.Equal("2", $"{Assert.Single(database.List("byNetwork")).GetProperty("knownAccountCount")}");
    }

    [Fact]
    public async Task By_month_contacts_are_counted_by_the_day_since_which_they_are_known()
    {
        var client = await ClientAsync();

        var months = (await app.EngagementAsync(client, new { from = "2025-02-01", to = "2025-04-01" })).List("databaseOverTime");

        Assert.Equal([1m, 3m], months.Select(month => month.GetProperty("database").GetProperty("contactCount").GetDecimal()));
        Assert.Equal(
            [0.99875m, 0.997917m], // 799 / 800, 958 / 960
            months.Select(month => month.GetProperty("database").GetProperty("platformLeakage").GetProperty("value").GetDecimal())
        );
    }

    [Fact]
    public async Task A_stage_that_is_taken_back_makes_no_contact_known_and_a_split_gives_each_its_own_day()
    {
        var client = await app.ClientAsync(app.Alpha);
        var first = await app.StageAsync(client, "LEAD", "2025-02-10", new() { ["email"] = "first@example.com" });
        var second = await app.StageAsync(client, "LEAD", "2025-03-10", new() { ["email"] = "second@example.com" });
        var (kept, merged) = (first.ContactOf(), second.ContactOf());
        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = kept, fromId = merged });
        Assert.Equal("2025-02-10", await KnownSinceAsync(kept));

        await app.DoAsync(app.Alpha.StaffToken, "contacts/RetractContactStage", new { id = first.Text("id"), version = 1 });
        Assert.Equal("2025-03-10", await KnownSinceAsync(kept));
        await app.DoAsync(app.Alpha.StaffToken, "contacts/SplitContact", new { id = merged, version = await VersionAsync(merged) });

        // Nothing is said of it any more: it was made today, and the clock stands on 2026-01-15.
        Assert.Equal(("2026-01-15", "2025-03-10"), (await KnownSinceAsync(kept), await KnownSinceAsync(merged)));
    }

    [Fact]
    public async Task An_audience_that_grows_while_nobody_becomes_known_is_stickers_without_an_album()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.AuditAsync(client, channel, "2025-02-20", 1000m, 20m);
        await app.AuditAsync(client, channel, "2025-03-31", 1200m, 20m);

        var database = (await app.EngagementAsync(client, EngagementWorld.March)).GetProperty("database");

        Assert.Equal(["STICKERS_WITHOUT_ALBUM"], database.List("findings").Select(finding => finding.GetString()));
        Assert.Equal("NO_CONTACTS", database.Card("contactGrowth"));
        Assert.Equal("0 = 0 / 960", database.Card("overlap"));
        Assert.Equal("AMPLIFICATION_NOT_MEASURED", database.Card("newContactsPerAmplifiedReach"));
    }

    private async Task<string> ClientAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client, networkCode: "INSTAGRAM");
        await app.AuditAsync(client, channel, "2025-02-20", 1000m, 20m);
        await app.AuditAsync(client, channel, "2025-03-31", 1200m, 20m);
        await app.PeopleAsync(client, channel, "2025-03-01", 120m, 48m, 5000m, 1000m, 1500m);
        var first = await app.StageAsync(client, "LEAD", "2025-02-10", Account("@ada"));
        await app.BasisAsync(client, first.ContactOf(), "MARKETING", "2025-02-10");
        await app.StageAsync(client, "VISITOR", "2025-03-12", new(Account("@bob")) { ["channelId"] = channel });
        var third = await app.StageAsync(client, "LEAD", "2025-03-20", new() { ["email"] = "c@example.com", ["channelId"] = channel });
        var basis = await app.BasisAsync(client, third.ContactOf(), "SERVICE", "2025-03-20");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "contacts/EndContactLegalBasis",
            new
            {
                id = basis.Text("id"),
                version = 1,
                endedFrom = "2025-03-25",
            }
        );
        var fourth = await app.StageAsync(client, "CUSTOMER", "2025-03-21", new() { ["crmId"] = "crm-4", ["channelId"] = channel });
        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = first.ContactOf(), fromId = fourth.ContactOf() });
        return client;
    }

    private static Dictionary<string, object?> Account(string handle) => new() { ["networkCode"] = "INSTAGRAM", ["handle"] = handle };

    private async Task<string> KnownSinceAsync(string contact) => (await ContactAsync(contact)).Text("knownSince");

    private async Task<long> VersionAsync(string contact) => (await ContactAsync(contact)).Long("version");

    private async Task<System.Text.Json.JsonElement> ContactAsync(string id) =>
        (
            await app.AskAsync(
                app.Alpha.StaffToken,
                "query($id: ID!) { node(id: $id) { ... on Contact { knownSince version } } }",
                new { id }
            )
        )
            .GetProperty("data")
            .GetProperty("node");
}
