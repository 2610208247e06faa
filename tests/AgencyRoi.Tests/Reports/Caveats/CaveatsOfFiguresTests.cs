using System.Text.Json;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Reports.Periods;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Reports.Caveats;

/// <summary>What restricts a figure is told by the same list at every figure, and by what restricts this figure alone. The clock stands at 2026-01-15.</summary>
public sealed class CaveatsOfFiguresTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string[] Without =
    [
        // Parts of AdvertisingFigures, which has the list for all of them; and what is made of a return's totals, each of which has it.
        "AdvertisingPrice",
        "AdvertisingRate",
        "SocialReturn",
        // Made of a test of two groups; what is booked beside it has the list.
        "ExperimentReturn",
        "IncrementalRoi",
        // Made of answers, histories of purchases, journeys and hours, and not of the ledger's entries, which the codes are about.
        "CustomerValue",
        "AttributedModel",
        "AttributionRow",
        "DirectSalesInIndustry",
        "MedianHours",
        "PromoterScore",
        // Made of interactions, people and contacts, none of which is in the ledger.
        "ContactProfile",
        "ContactProfiles",
        "EngagementRatio",
        "LoopChange",
        "MessageRates",
        "OfferRates",
        "ConsumerFigures",
        // Beside the company's side, whose totals have the list.
        "ValueSplit",
    ];

    [Theory]
    [InlineData("schema.graphql")]
    [InlineData("portal.graphql")]
    public void Every_figure_has_the_list(string file)
    {
        var schema = SchemaFromSdl.Build(Repository.Read($"schema/{file}"));
        var figures = schema
            .Types.OfType<ObjectType>()
            .Where(type => type.Fields.Any(field => field.Name == "undefinedReason" || IsPercentage(field)))
            .Where(type => !Without.Contains(type.Name))
            .ToList();

        Assert.NotEmpty(figures);
        Assert.All(
            figures,
            type => Assert.Equal("[Caveat!]!", type.Fields.SingleOrDefault(field => field.Name == "caveats")?.Type.ToString())
        );
    }

    [Fact]
    public async Task An_assumed_cost_restricts_its_own_channel_category_and_month_and_what_they_are_parts_of()
    {
        var client = await app.ClientAsync(app.Alpha, "Assumed cost");
        var purpose = await app.MeasuredPurposeAsync(app.Alpha, client);
        var (bill, guess) = (
            await app.ChannelAsync(app.Alpha, client, "Bill", purpose),
            await app.ChannelAsync(app.Alpha, client, "Guess", purpose)
        );
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, "2025-03-10", channelId: bill));
        await app.CostAsync(app.Alpha, AssumedCost(client, "2025-04-10", "CLIENT", guess));

        var roi = await FiguresAsync(client);

        Assert.Equal(["ASSUMED_INPUTS"], roi.GetProperty("adjusted").Caveats());
        Assert.Equal(["ASSUMED_INPUTS"], roi.GetProperty("tree").Caveats());
        Assert.Equal(["ASSUMED_INPUTS"], roi.GetProperty("payback").Caveats());
        Assert.Equal(
            [(bill, ""), (guess, "ASSUMED_INPUTS")],
            roi.List("byChannel")
                .Select(part => (part.GetProperty("channel").Text("id"), Joined(part.GetProperty("adjusted"))))
                .OrderBy(part => part.Item2)
        );
        Assert.Equal(
            [("AD_SPEND", ""), ("CONTENT", "ASSUMED_INPUTS")],
            roi.List("byCostCategory").Select(part => (part.Text("category"), Joined(part))).OrderBy(part => part.Item1)
        );
        Assert.Equal(
            ["2025-04-01"],
            roi.List("overTime")
                .Where(month => Joined(month.GetProperty("adjusted")) == "ASSUMED_INPUTS")
                .Select(month => month.GetProperty("period").Text("from"))
        );
    }

    [Fact]
    public async Task Units_at_an_assumed_value_restrict_the_money_and_not_the_number_of_units_nor_what_was_booked_before()
    {
        var client = await app.ClientAsync(app.Alpha, "Assumed value");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 3m, "2025-03-10");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/SetGoalValue",
            new
            {
                goalId = goal,
                effectiveFrom = "2025-05-01",
                amount = 5m,
                currency = "USD",
                isAssumed = true,
            }
        );
        await app.RecordOutcomeAsync(app.Alpha, goal, 3m, "2025-05-10");

        var roi = await FiguresAsync(client);

        Assert.Equal(["ASSUMED_INPUTS"], roi.GetProperty("adjusted").Caveats());
        Assert.Equal(
            ["2025-05-01"],
            roi.List("overTime")
                .Where(month => month.GetProperty("adjusted").Caveats().Length > 0)
                .Select(month => month.GetProperty("period").Text("from"))
        );
    }

    [Fact]
    public async Task Days_that_sources_may_still_change_make_what_holds_them_provisional()
    {
        var client = await app.PurposefulClientAsync(app.Alpha, "Young");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, "2025-12-10"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, "2026-01-14"));

        var roi = await FiguresAsync(client, "2025-12-01", "2026-02-01");

        Assert.Equal(["PROVISIONAL"], roi.GetProperty("adjusted").Caveats());
        Assert.Equal(["", "PROVISIONAL"], roi.List("overTime").Select(month => Joined(month.GetProperty("adjusted"))));
    }

    [Theory]
    [InlineData("2025-08-01", "DEFINITION_CHANGED")]
    [InlineData("2025-06-01", "")]
    public async Task A_definition_changed_for_goals_that_counted_the_indicator_on_that_day(string since, string caveats)
    {
        var client = await app.ClientAsync(app.Beta, "Counts another thing", "EUR");
        var goal = await app.PricedGoalAsync(app.Beta, client, 5m, name: $"Offers {since}", currency: "EUR");
        foreach (var day in new[] { "2025-03-10", "2025-09-10" })
            await app.RecordOutcomeAsync(app.Beta, goal, 1m, day);
        foreach (var (formula, effectiveFrom) in new[] { ("all", "2024-01-01"), ("those with a price", "2025-07-02") })
            await app.DoAsync(
                app.Beta.StaffToken,
                "comparability/SetKpiDefinition",
                new
                {
                    name = "Offer",
                    formula,
                    effectiveFrom,
                    indicator = $"offers {since} received",
                    author = "Ann",
                }
            );

        await app.DoAsync(
            app.Beta.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id = goal,
                version = 2,
                indicator = "contracts signed",
                effectiveFrom = since,
            }
        );

        Assert.Equal(caveats, Joined((await FiguresAsync(client, agency: app.Beta)).GetProperty("adjusted")));
    }

    [Fact]
    public async Task A_changed_definition_restricts_what_it_defines_across_the_day_it_changed_on()
    {
        var client = await app.ClientAsync(app.Beta, "Redefined", "EUR");
        var (leads, calls) = (
            await app.PricedGoalAsync(app.Beta, client, 5m, name: "Leads", currency: "EUR"),
            await app.PricedGoalAsync(app.Beta, client, 5m, name: "Calls", currency: "EUR")
        );
        foreach (var goal in new[] { leads, calls })
        foreach (var day in new[] { "2025-03-10", "2025-09-10" })
            await app.RecordOutcomeAsync(app.Beta, goal, 1m, day);
        foreach (var (formula, effectiveFrom) in new[] { ("all", "2024-01-01"), ("those with a budget", "2025-07-02") })
            await app.DoAsync(
                app.Beta.StaffToken,
                "comparability/SetKpiDefinition",
                new
                {
                    name = "Lead",
                    formula,
                    effectiveFrom,
                    indicator = "leads received",
                    author = "Ann",
                }
            );

        var roi = await FiguresAsync(client, agency: app.Beta);

        Assert.Equal(["DEFINITION_CHANGED"], roi.GetProperty("adjusted").Caveats());
        Assert.Equal(
            [(calls, ""), (leads, "DEFINITION_CHANGED")],
            roi.List("byGoal")
                .Select(part => (part.GetProperty("goal").Text("id"), Joined(part.GetProperty("adjusted"))))
                .OrderBy(part => part.Item2)
        );
        // Nothing was counted in the one month that lies on both sides.
        Assert.All(roi.List("overTime"), month => Assert.Empty(month.GetProperty("adjusted").Caveats()));
    }

    [Fact]
    public async Task Facts_that_restating_would_change_restrict_the_figures_that_it_would_change_and_nothing_that_was_reported()
    {
        var client = await app.ClientAsync(app.Alpha, "Pending");
        var other = await app.ClientAsync(app.Alpha, "Not pending");
        foreach (var each in new[] { client, other })
        {
            var goal = await app.PricedGoalAsync(app.Alpha, each, 5m);
            await app.RecordOutcomeAsync(app.Alpha, goal, 3m, "2025-03-10");
            await app.RecordOutcomeAsync(app.Alpha, goal, 3m, "2025-05-10");
            if (each == client)
            {
                await app.CloseAsync(client, "2025-05-01");
                await app.ValueAsync(app.Alpha, goal, "2025-05-01", 6m);
            }
        }

        var roi = await FiguresAsync(client);
        var untouched = await FiguresAsync(other);
        var reported = await app.AsReportedAsync(client, "2025-05-01");
        await app.RevalueAsync(client);
        var restated = await FiguresAsync(client);

        Assert.Equal(["PENDING_REVALUATION"], roi.GetProperty("adjusted").Caveats());
        Assert.Equal(
            ["2025-05-01"],
            roi.List("overTime")
                .Where(month => month.GetProperty("adjusted").Caveats().Length > 0)
                .Select(month => month.GetProperty("period").Text("from"))
        );
        Assert.Empty(untouched.GetProperty("adjusted").Caveats());
        Assert.Empty(reported.GetProperty("figures").GetProperty("adjusted").Caveats());
        Assert.Empty(restated.GetProperty("adjusted").Caveats());
    }

    [Fact]
    public async Task A_portal_is_told_what_restricts_the_clients_figures_and_nothing_of_what_the_agency_paid()
    {
        var (own, other) = (await app.PurposefulClientAsync(app.Alpha, "Told"), await app.PurposefulClientAsync(app.Alpha, "Not told"));
        await app.CostAsync(app.Alpha, AssumedCost(own, "2025-03-10", "CLIENT"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(other, 10m));
        await app.CostAsync(app.Alpha, AssumedCost(other, "2025-03-10", "AGENCY"));
        await app.TimeAsync(app.Alpha, other, await app.PersonAsync(app.Alpha), 2m);
        foreach (var client in new[] { own, other })
            await app.PublishAsync(client, edition: (int)(await app.CloseAsync(client)).GetProperty("closings")[0].Long("edition"));

        Assert.Equal(["ASSUMED_INPUTS"], await PublishedAsync(own));
        Assert.Empty(await PublishedAsync(other));
        Assert.Equal(
            ["COST_INCOMPLETE", "ASSUMED_INPUTS"],
            (await FiguresAsync(other, viewpoint: "AGENCY")).GetProperty("adjusted").Caveats()
        );

        async Task<string[]> PublishedAsync(string client) =>
            (
                await app.SendAsync(
                    await app.PortalTokenAsync(client),
                    "portal/PublishedRoi",
                    new { client, period = Bookkeeping.Period("2025-03-01", "2025-04-01") }
                )
            )
                .GetProperty("client")
                .GetProperty("roi")
                .GetProperty("adjusted")
                .Caveats();
    }

    private static bool IsPercentage(FieldDefinition field) =>
        field.Type.Unwrapped.Name == "Decimal" && field.Name.EndsWith("Percent", StringComparison.OrdinalIgnoreCase);

    private static string Joined(JsonElement figure) => string.Join(' ', figure.Caveats());

    private static object AssumedCost(string clientId, string occurredOn, string paidBy, string? channelId = null) =>
        new
        {
            clientId,
            category = "CONTENT",
            occurredOn,
            amount = 50m,
            currency = "USD",
            paidBy,
            channelId,
            isAssumed = true,
        };

    private async Task<JsonElement> FiguresAsync(
        string client,
        string from = "2025-01-01",
        string to = "2026-01-01",
        string viewpoint = "CLIENT",
        TestAgency? agency = null
    )
    {
        const string query = """
            query ($c: ID!, $p: PeriodInput!, $v: Viewpoint!) {
              client(id: $c) {
                roi(period: $p, viewpoint: $v) {
                  adjusted { caveats }
                  tree { caveats }
                  payback { caveats }
                  byChannel { channel { id } adjusted { caveats } }
                  byGoal { goal { id } adjusted { caveats } }
                  byCostCategory { category caveats }
                  overTime(interval: MONTH) { period { from } adjusted { caveats } }
                }
              }
            }
            """;
        var variables = new
        {
            c = client,
            p = Bookkeeping.Period(from, to),
            v = viewpoint,
        };
        var answer = await app.AskAsync((agency ?? app.Alpha).StaffToken, query, variables);
        return answer.GetProperty("data").GetProperty("client").GetProperty("roi");
    }
}
