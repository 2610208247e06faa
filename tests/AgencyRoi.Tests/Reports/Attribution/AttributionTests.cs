using System.Text.Json;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Reports.Attribution;

/// <summary>Several models side by side over the same journeys. Inputs and results of methodology, section 3, where the API takes them.</summary>
public sealed class AttributionTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string[] Rules =
    [
        "FIRST_TOUCH",
        "LAST_TOUCH",
        "LAST_NON_DIRECT_TOUCH",
        "LINEAR",
        "POSITION",
        "W_SHAPED",
        "FULL_PATH",
        "TIME_DECAY",
        "J_SHAPED",
        "INVERSE_J_SHAPED",
        "CAMPAIGN_PRIORITY",
        "SHAPLEY",
    ];

    [Fact]
    public async Task Of_ten_conversions_on_x_and_y_weights_of_30_and_70_give_3_and_7()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail);
        await world.SaleAsync(1000m, quantity: 10m);

        var report = await AskAsync(world, new { type = "POSITION", weights = new[] { 30m, 20m, 70m } });

        Assert.Equal(["Mail 7 700", "Blog 3 300"], Rows(report));
    }

    [Fact]
    public async Task Time_decay_halves_with_each_half_life()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T12:00:00Z", world.Blog);
        await world.TouchAsync("2025-03-15T12:00:00Z", world.Press);
        await world.TouchAsync("2025-03-22T12:00:00Z", world.Mail);
        await world.TouchAsync("2025-03-29T12:00:00Z", channelId: null);
        await world.SaleAsync(occurredOn: "2025-03-29", occurredAt: "2025-03-29T12:00:00Z");

        var report = await AskAsync(world, new { type = "TIME_DECAY" });

        Assert.Equal(["direct 0.551724 55.17", "Mail 0.275862 27.59", "Press 0.137931 13.79", "Blog 0.034483 3.45"], Rows(report));
    }

    [Fact]
    public async Task Markov_removes_each_channel_from_one_converting_and_two_null_journeys()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await JourneyAsync(world, "ann", world.Blog, world.Mail, world.Press);
        await JourneyAsync(world, "bob", world.Blog);
        await JourneyAsync(world, "cy", world.Mail, world.Press);
        await world.SaleAsync(contactReference: "ann");

        var report = await AskAsync(world, new { type = "MARKOV" });

        var model = report.List("models")[0];
        Assert.Equal(0.333333m, model.GetProperty("baseProbability").GetDecimal());
        Assert.Equal(model.GetProperty("baseProbability").GetDecimal(), report.GetProperty("conversionRate").GetDecimal());
        Assert.Equal(
            ["Blog 0.5", "Mail 1", "Press 1"],
            model.List("rows").Select(row => $"{NameOf(row)} {row.GetProperty("removalEffect").GetDecimal():0.######}").Order()
        );
        Assert.Equal(["Blog 0.2 20", "Mail 0.4 40", "Press 0.4 40"], Rows(report).Order());
        Assert.Equal((2m, 0), (report.GetProperty("nullJourneyCount").GetDecimal(), report.GetProperty("openJourneyCount").GetInt32()));
    }

    [Fact]
    public async Task Credits_and_unattributed_are_the_books_in_every_model_and_the_own_one_is_the_ledger()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR");
        await JourneyAsync(world, "ann", world.Blog, world.Press, world.Mail);
        await JourneyAsync(world, "bob", world.Mail, world.Blog);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, contactReference: "cy", legalBasis: null);
        var sale = await world.SaleAsync(100.01m, contactReference: "ann");
        await world.SaleAsync(33.33m, contactReference: "bob");
        await world.SaleAsync(7.77m, contactReference: "cy");
        await world.SaleAsync(5m, contactReference: null, channelId: world.Blog);
        await world.SaleAsync(2m, contactReference: null);
        await app.RefundAsync(
            app.Alpha,
            new
            {
                saleId = sale,
                occurredOn = "2025-06-01",
                amount = 10m,
            }
        );

        var report = await AskAsync(world, [.. Rules.Skip(1).Select(type => (object)new { type }), new { type = "MARKOV", order = 2 }]);

        Assert.Equal((5m, 138.11m), (report.GetProperty("conversions").GetDecimal(), report.Amount("value")));
        Assert.All(
            report.List("models"),
            model =>
            {
                Assert.Equal(138.11m, model.List("rows").Sum(row => row.Amount("value")) + model.Amount("unattributedValue"));
                Assert.Equal((2m, 9.77m), (model.GetProperty("unattributedConversions").GetDecimal(), model.Amount("unattributedValue")));
            }
        );
        var own = report.List("models").Single(model => model.Text("type") == "LINEAR").List("rows");
        var ledger = (await world.BooksAsync()).WithAssisted;
        Assert.Equal(ledger, own.Where(row => NameOf(row) is "Blog" or "Mail").Sum(row => row.Amount("value")));
        Assert.Equal(1, report.GetProperty("excludedTouchCount").GetInt32());
    }

    [Fact]
    public async Task The_own_policy_is_that_of_each_conversions_day_and_is_what_is_posted()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("FIRST_TOUCH");
        await world.PolicyAsync("LINEAR", effectiveFrom: "2025-03-15");
        await JourneyAsync(world, "ann", world.Blog, world.Mail);
        await JourneyAsync(world, "bob", world.Blog, world.Mail);
        await world.SaleAsync(occurredOn: "2025-03-10", contactReference: "ann");
        await world.SaleAsync(occurredOn: "2025-03-20", contactReference: "bob");

        var report = await AskAsync(world, new { type = "POLICY" });

        Assert.Equal(["Blog 1.5 150", "Mail 0.5 50"], Rows(report));
        Assert.Equal(["Blog ASSISTED 50", "Blog DIRECT 100", "Mail DIRECT 50"], await world.LinesAsync());
    }

    [Fact]
    public async Task A_visitors_touches_on_several_sites_are_one_journey()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, visitorKey: "v", site: "blog.example");
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail, visitorKey: "v", site: "shop.example");
        await world.SaleAsync(contactReference: null, visitorKey: "v");

        Assert.Equal(["Blog 0.5 50", "Mail 0.5 50"], Rows(await AskAsync(world, new { type = "LINEAR" })).Order());
    }

    [Fact]
    public async Task Refunds_count_in_their_own_period_by_the_journey_of_their_sale()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await JourneyAsync(world, "ann", world.Blog, world.Mail);
        var sale = await world.SaleAsync(contactReference: "ann");
        await app.RefundAsync(
            app.Alpha,
            new
            {
                saleId = sale,
                occurredOn = "2025-06-01",
                amount = 10m,
            }
        );

        var sold = await AskAsync(world, period: ("2025-03-01", "2025-04-01"), new { type = "LINEAR" });
        var paidBack = await AskAsync(world, period: ("2025-06-01", "2025-07-01"), new { type = "LINEAR" });

        Assert.Equal(["Blog 0.5 50", "Mail 0.5 50"], Rows(sold).Order());
        Assert.Equal(["Blog 0 -5", "Mail 0 -5"], Rows(paidBack).Order());
        Assert.Equal((0m, -10m), (paidBack.GetProperty("conversions").GetDecimal(), paidBack.Amount("value")));
    }

    [Fact]
    public async Task A_journey_is_open_until_its_last_touch_is_older_than_the_look_back()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await JourneyAsync(world, "ann", world.Blog);

        var open = await AskAsync(world, period: ("2025-03-01", "2025-05-01"), new { type = "MARKOV" });
        var closed = await AskAsync(world, period: ("2025-05-01", "2025-07-01"), new { type = "MARKOV" });

        Assert.Equal((0m, 1), (open.GetProperty("nullJourneyCount").GetDecimal(), open.GetProperty("openJourneyCount").GetInt32()));
        Assert.Equal((1m, 0), (closed.GetProperty("nullJourneyCount").GetDecimal(), closed.GetProperty("openJourneyCount").GetInt32()));
        Assert.Equal("NO_CONVERSIONS", closed.List("models")[0].Text("undefinedReason"));
    }

    [Fact]
    public async Task Models_disagree_within_a_band_and_costs_stand_beside_the_credits()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await JourneyAsync(world, "ann", world.Blog, world.Mail);
        await world.SaleAsync(contactReference: "ann");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(world.Client, 20m, channelId: world.Blog));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(world.Client, 60m, channelId: world.Mail));

        var report = await AskAsync(world, new { type = "FIRST_TOUCH" }, new { type = "LINEAR" });

        var blog = report.List("bands").Single(band => NameOf(band) == "Blog");
        Assert.Equal((50m, 100m), (blog.Amount("lowestValue"), blog.Amount("highestValue")));
        var linear = report.List("models")[1].List("rows").Single(row => NameOf(row) == "Blog");
        Assert.Equal(
            (20m, 40m, 2m, 40m),
            (
                linear.Amount("cost"),
                linear.Amount("costPerConversion"),
                linear.GetProperty("budgetIndex").GetDecimal(),
                linear.Amount("proposedBudget")
            )
        );
    }

    [Fact]
    public async Task Answers_of_buyers_are_held_against_each_model_and_move_no_value()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await JourneyAsync(world, "ann", world.Blog, world.Mail);
        await world.SaleAsync(contactReference: "ann", reportedChannelId: world.Blog);
        await world.SaleAsync(contactReference: "bob", channelId: world.Mail, reportedChannelId: world.Blog);
        await world.SaleAsync(contactReference: "cy", channelId: world.Mail);

        var report = await AskAsync(
            world,
            new { type = "FIRST_TOUCH" },
            new { type = "LINEAR" },
            new { type = "MARKOV" },
            new { type = "SHAPLEY" }
        );

        Assert.Equal(2m, report.GetProperty("reportedConversions").GetDecimal());
        Assert.Equal(
            [0.5m, 0.25m, null, 0.25m],
            report
                .List("models")
                .Select(model => model.GetProperty("reportedAgreementShare"))
                .Select(share => share.ValueKind == JsonValueKind.Null ? (decimal?)null : share.GetDecimal())
        );
        Assert.Equal(["Blog 1 100", "Mail 2 200"], Rows(report).Order());
    }

    [Fact]
    public async Task Revenue_of_search_that_is_owed_to_other_work_is_declared_and_never_added()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "journeys/SetAttributionPolicy",
            new
            {
                clientId = world.Client,
                effectiveFrom = "2025-01-01",
                model = new { type = "LINEAR" },
                searchOwedToSocialShare = 0.25m,
                searchOwedToAuthorityShare = 0.1m,
            }
        );
        var search = await world.ChannelAsync("GOOGLE_ADS", "Search");
        await JourneyAsync(world, "ann", world.Blog, search);
        await world.SaleAsync(contactReference: "ann");

        var report = await AskAsync(world, new { type = "LAST_TOUCH" }, new { type = "LINEAR" });

        var revenue = report.List("models").Select(model => model.GetProperty("searchRevenue"));
        Assert.Equal(
            [(100m, 25m, 10m), (50m, 12.5m, 5m)],
            revenue.Select(of => (of.Amount("value"), of.Amount("owedToSocial"), of.Amount("owedToAuthority")))
        );
        Assert.Equal(100m, report.Amount("value"));
        Assert.Equal((50m, 100m), await world.BooksAsync());
    }

    [Fact]
    public async Task Each_touch_of_a_conversion_shows_its_credit_by_any_rule()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await JourneyAsync(world, "ann", world.Blog, world.Press, world.Mail, world.Blog, world.Mail);
        await world.TouchAsync("2025-03-06T09:00:00Z", world.Mail, legalBasis: null);
        var sale = await world.SaleAsync();

        var own = await CreditsAsync(sale, model: null);
        var position = await CreditsAsync(sale, new { type = "POSITION" });
        var refused = await app.AnswerAsync(
            app.Alpha.StaffToken,
            "journeys/TouchCredits",
            new { id = sale, model = new { type = "MARKOV" } }
        );

        Assert.Equal(["0 0", "0 0", "0 0", "0 0", "1 100", "NO_LEGAL_BASIS"], own);
        Assert.Equal(["0.4 40", "0.06666667 6.67", "0.06666667 6.67", "0.06666666 6.66", "0.4 40", "NO_LEGAL_BASIS"], position);
        Assert.Equal("BAD_INPUT", refused.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
    }

    private async Task<string[]> CreditsAsync(string sale, object? model)
    {
        var node = (await app.SendAsync(app.Alpha.StaffToken, "journeys/TouchCredits", new { id = sale, model })).GetProperty("node");
        return
        [
            .. node.List("touchCredits")
                .Select(credit =>
                    credit.GetProperty("exclusionReason").ValueKind == JsonValueKind.Null
                        ? $"{credit.GetProperty("credit").GetDecimal():0.########} {credit.Amount("value"):0.##}"
                        : credit.Text("exclusionReason")
                ),
        ];
    }

    private static async Task JourneyAsync(JourneyWorld world, string contact, params string[] channels)
    {
        foreach (var (place, channel) in channels.Index())
            await world.TouchAsync($"2025-03-0{place + 1}T09:00:00Z", channel, contact);
    }

    private Task<JsonElement> AskAsync(JourneyWorld world, params object[] models) => AskAsync(world, ("2025-01-01", "2026-01-01"), models);

    private async Task<JsonElement> AskAsync(JourneyWorld world, (string From, string To) period, params object[] models) => (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "journeys/Attribution",
                new
                {
                    client = world.Client,
                    period = new { from = period.From, to = period.To },
                    models,
                }
            )
        ).GetProperty("client").GetProperty("attribution");

    private static IEnumerable<string> Rows(JsonElement report) =>
        report
            .List("models")[0]
            .List("rows")
            .Select(row => $"{NameOf(row)} {row.GetProperty("conversions").GetDecimal():0.######} {row.Amount("value"):0.##}");

    private static string NameOf(JsonElement row) =>
        row.GetProperty("channel") is { ValueKind: JsonValueKind.Object } channel ? channel.Text("name") : "direct";
}
