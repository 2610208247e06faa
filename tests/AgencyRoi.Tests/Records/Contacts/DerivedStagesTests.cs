using System.Text.Json;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>Stages that follow from what contacts do, by the client's rules.</summary>
public sealed class DerivedStagesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly object[] All =
    [
        new { stage = "VISITOR" },
        new { stage = "LEAD" },
        new { stage = "CUSTOMER" },
        new
        {
            stage = "REGULAR",
            purchaseCount = 2,
            withinDays = 30,
        },
    ];

    [Fact]
    public async Task Each_is_reached_on_the_day_of_what_it_follows_from()
    {
        var (world, ann) = await AnnAsync();
        await SetAsync(world, All);

        // The evening of the first in New York is the second in UTC: the client's calendar tells.
        await world.TouchAsync("2025-03-02T02:00:00Z", world.Blog, visitorKey: "cookie");
        await world.TouchAsync("2025-03-05T15:00:00Z", world.Mail, createsLead: true);
        await world.SaleAsync(occurredOn: "2025-03-10");
        await world.SaleAsync(occurredOn: "2025-04-08");

        Assert.Equal(
            [
                "REACHED 2025-02-01",
                "VISITOR 2025-03-01 Blog",
                "LEAD 2025-03-05 Mail",
                "CUSTOMER 2025-03-10 Mail",
                "REGULAR 2025-04-08 Mail",
            ],
            await StagesAsync(ann)
        );
        Assert.StartsWith("REGULAR 2025-04-08 ", await app.CardAsync(ann));
    }

    [Fact]
    public async Task Rules_that_come_later_make_them_of_what_is_recorded_and_rules_that_go_take_theirs_back()
    {
        var (world, ann) = await AnnAsync();
        await world.SaleAsync(occurredOn: "2025-03-10", channelId: world.Press);
        Assert.Equal(["REACHED 2025-02-01"], await StagesAsync(ann));

        await SetAsync(world, All);
        Assert.Equal(["REACHED 2025-02-01", "CUSTOMER 2025-03-10 Press"], await StagesAsync(ann));

        await SetAsync(world);
        Assert.Equal(["REACHED 2025-02-01"], await StagesAsync(ann));
        Assert.StartsWith("REACHED ", await app.CardAsync(ann));
    }

    [Fact]
    public async Task They_follow_corrections_and_retractions()
    {
        var (world, ann) = await AnnAsync();
        await SetAsync(world, All);
        var first = await world.SaleAsync(occurredOn: "2025-03-10");
        var second = await world.SaleAsync(occurredOn: "2025-04-09");

        // The thirtieth day from the tenth of March, itself counted, is the eighth of April.
        Assert.Equal(["REACHED 2025-02-01", "CUSTOMER 2025-03-10"], await StagesAsync(ann));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "sales/CorrectSale",
            new
            {
                id = second,
                version = 1,
                occurredOn = "2025-04-08",
            }
        );
        Assert.Equal(["REACHED 2025-02-01", "CUSTOMER 2025-03-10", "REGULAR 2025-04-08"], await StagesAsync(ann));

        await app.DoAsync(app.Alpha.StaffToken, "sales/RetractSale", new { id = first, version = 1 });
        Assert.Equal(["REACHED 2025-02-01", "CUSTOMER 2025-04-08"], await StagesAsync(ann));
    }

    [Fact]
    public async Task A_merge_counts_what_both_bought_and_a_split_gives_each_its_own_back()
    {
        var (world, ann) = await AnnAsync();
        await SetAsync(world, All);
        var web = (await app.StageAsync(world.Client, "REACHED", "2025-02-01", new() { ["device"] = "phone" })).ContactOf();
        await world.SaleAsync(occurredOn: "2025-03-10");
        await world.SaleAsync(occurredOn: "2025-03-12", visitorKey: "phone");

        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = ann, fromId = web });
        Assert.Equal(["REACHED 2025-02-01", "REACHED 2025-02-01", "CUSTOMER 2025-03-10", "REGULAR 2025-03-12"], await StagesAsync(ann));

        var version = (await app.LifeAsync(web)).Long("version");
        await app.DoAsync(app.Alpha.StaffToken, "contacts/SplitContact", new { id = web, version });
        Assert.Equal(["REACHED 2025-02-01", "CUSTOMER 2025-03-10"], await StagesAsync(ann));
        Assert.Equal(["REACHED 2025-02-01", "CUSTOMER 2025-03-12"], await StagesAsync(web));
    }

    [Fact]
    public async Task A_touch_without_a_legal_basis_makes_none()
    {
        var (world, ann) = await AnnAsync();
        await SetAsync(world, All);

        await world.TouchAsync("2025-03-05T15:00:00Z", world.Mail, legalBasis: null, createsLead: true);

        Assert.Equal(["REACHED 2025-02-01"], await StagesAsync(ann));
    }

    [Fact]
    public async Task One_that_was_made_is_neither_corrected_nor_retracted()
    {
        var (world, ann) = await AnnAsync();
        await SetAsync(world, All);
        await world.SaleAsync(occurredOn: "2025-03-10");
        var made = (await app.LifeAsync(ann)).GetProperty("stages").List("nodes")[^1];
        var (id, version) = (made.Text("id"), made.Long("version"));

        Assert.True(made.GetProperty("isDerived").GetBoolean());
        Assert.Equal(
            ["BAD_INPUT input.id"],
            await app.RefusalAsync(app.Alpha.StaffToken, "contacts/RetractContactStage", new { id, version })
        );
        Assert.Equal(
            ["BAD_INPUT input.id"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "contacts/CorrectContactStage",
                new
                {
                    id,
                    version,
                    stage = "LOST",
                }
            )
        );
    }

    [Fact]
    public async Task Rules_name_each_of_four_stages_once_and_only_regular_counts()
    {
        var (world, _) = await AnnAsync();

        Assert.Equal(["BAD_INPUT input.rules.0.stage"], await RefusalAsync(world, new { stage = "LOST" }));
        Assert.Equal(["BAD_INPUT input.rules.1.stage"], await RefusalAsync(world, new { stage = "LEAD" }, new { stage = "LEAD" }));
        Assert.Equal(
            ["BAD_INPUT input.rules.0.purchaseCount", "BAD_INPUT input.rules.0.withinDays"],
            await RefusalAsync(world, new { stage = "REGULAR" })
        );
        Assert.Equal(["BAD_INPUT input.rules.0.purchaseCount"], await RefusalAsync(world, new { stage = "CUSTOMER", purchaseCount = 2 }));
    }

    private async Task<(JourneyWorld World, string Ann)> AnnAsync()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var named = new Dictionary<string, object?> { ["crmId"] = "ann", ["device"] = "cookie" };
        return (world, (await app.StageAsync(world.Client, "REACHED", "2025-02-01", named)).ContactOf());
    }

    private Task<JsonElement> SetAsync(JourneyWorld world, params object[] rules) =>
        app.DoAsync(app.Alpha.StaffToken, "contacts/SetContactStageRuleList", new { clientId = world.Client, rules });

    private Task<string[]> RefusalAsync(JourneyWorld world, params object[] rules) =>
        app.RefusalAsync(app.Alpha.StaffToken, "contacts/SetContactStageRuleList", new { clientId = world.Client, rules });

    // Those that count, such as "LEAD 2025-03-05 Mail".
    private async Task<string[]> StagesAsync(string contact) =>
        [
            .. (await app.LifeAsync(contact))
                .GetProperty("stages")
                .List("nodes")
                .Where(stage => stage.GetProperty("retractedAt").ValueKind == JsonValueKind.Null)
                .Select(stage => string.Join(' ', stage.Text("stage"), stage.Text("occurredOn"), ChannelOf(stage)).TrimEnd()),
        ];

    private static string ChannelOf(JsonElement stage) =>
        stage.GetProperty("channel") is { ValueKind: JsonValueKind.Object } channel ? channel.Text("name") : "";
}
