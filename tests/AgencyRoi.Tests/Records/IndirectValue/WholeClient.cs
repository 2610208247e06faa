using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>
/// A client of whom everything is known, entered over the API in the numbers of a calculator: every category of cost, paid by the client and by the agency,
/// direct value of all three streams, all ten indirect streams, and facts that overlap. Its margin is half of revenue.
/// </summary>
public sealed class WholeClient(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Page = "https://bakery.example/bread";

    internal AgencyApp App { get; } = new(postgres);
    internal string Id { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Id = await ClientAsync(App);
        await ClientsCostAsync(App, Id);
        await AgencysCostAsync(App, Id);
        await DirectValueAsync(App, Id);
        await StreamsAsync(App, Id);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    // 10,000 in all.
    private static async Task ClientsCostAsync(AgencyApp app, string client)
    {
        var channel = await app.ChannelAsync(app.Alpha, client, "Ads");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 2000m, channelId: channel));
        foreach (
            var (category, amount) in new[]
            {
                ("AGENCY_FEE", 4000m),
                ("STAFF_TIME", 600m),
                ("MANAGEMENT_TIME", 300m),
                ("REFUND_DISCOUNT", 90m),
                ("RESEARCH", 500m),
                ("TRAINING", 400m),
                ("CONFERENCE", 350m),
                ("CONTENT", 250m),
                ("CONTRACTOR", 200m),
                ("OVERHEAD", 60m),
                ("OTHER", 50m),
            }
        )
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, amount, category: category));
        await PlatformAsync(app, client, "2025-01-01", "2026-01-01", 1200m, "CLIENT");
    }

    // 40 h x 30 + 10 h x 60 + 50 h x 4 + 181 of 365 days of 730 + 50 of 75 hours of 1,000 + 150 + 80 = 3,258.67.
    private static async Task AgencysCostAsync(AgencyApp app, string client)
    {
        var (staff, manager) = (await app.PersonAsync(app.Alpha, "Ada"), await app.PersonAsync(app.Alpha, "Bo", "MANAGEMENT"));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(30m, "ROLE", roleClass: "STAFF"));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(60m, "PERSON", manager));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(4m, kind: "OVERHEAD"));
        for (var day = 3; day <= 7; day++)
            await app.TimeAsync(app.Alpha, client, staff, 8m, $"2025-03-0{day}");
        await app.TimeAsync(app.Alpha, client, manager, 10m, "2025-03-03");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 150m, category: "CONTRACTOR", paidBy: "AGENCY"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 80m, category: "TRAINING", paidBy: "AGENCY"));
        await PlatformAsync(app, client, "2024-07-01", "2025-07-01", 730m, "AGENCY");

        // Another client worked for in the same month bears the rest of what is shared.
        var neighbour = await app.ClientAsync(app.Alpha, "Neighbour");
        await app.TimeAsync(app.Alpha, neighbour, manager, 14m, "2025-03-10");
        await app.TimeAsync(app.Alpha, neighbour, manager, 11m, "2025-03-11");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(await HouseAsync(app), 1000m, category: "CONFERENCE", paidBy: "AGENCY"));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "shared-costs/RecordCostAllocation",
            new
            {
                basis = "HOURS",
                category = "CONFERENCE",
                month = "2025-03-01",
            }
        );
    }

    // Sales (20,000 - 400 paid back + 1,000) x 0.5, 30 enquiries at 20, and 960 of 1,000 visits at 2.
    private static async Task DirectValueAsync(AgencyApp app, string client)
    {
        var shop = await app.ChannelAsync(app.Alpha, client, "Shop");
        var order = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 20_000m, channelId: shop, externalReference: "A-1"));
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(order.Text("id"), 400m));
        await app.SaleAsync(
            app.Alpha,
            new
            {
                clientId = client,
                type = "SALE",
                occurredOn = "2025-03-10",
                amount = 1000m,
                currency = "USD",
                channelId = shop,
                contactReference = "c-7",
                externalReference = "A-99",
            }
        );
        await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, client, 20m), 30m);
        var (keyword, country, month) = ("bread", "US", "2025-04-01");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/RecordKeywordVisits",
            new
            {
                clientId = client,
                keyword,
                country,
                month,
                visits = 1000m,
                convertingVisits = 40m,
                targetPage = Page,
                externalReference = "bread in April",
            }
        );
        await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/SetKeywordPrice",
            new
            {
                clientId = client,
                keyword,
                country,
                month,
                amount = 2m,
                currency = "USD",
                source = "the tool",
            }
        );
    }

    // The samples with what makes them overlap: the helped order A-99 is a sale, its buyer c-7 was kept, and the link leads to the priced page.
    private static async Task StreamsAsync(AgencyApp app, string client)
    {
        await FactAsync(app, client, StreamSample.Appearance, "talk", ("closeRate", """{"low":0.2,"expected":0.25,"high":0.3}"""));
        var kept = StreamSample.Retention.Input(client, "kept", ("contactReferences", """["c-7"]"""));
        kept["to"] = "2026-01-01";
        kept["evidence"] = new JsonArray(new JsonObject { ["kind"] = "SYSTEM_RECORD", ["reference"] = "crm export 2025" });
        await app.DoAsync(app.Alpha.StaffToken, StreamSample.Retention.Operation, kept);
        await FactAsync(app, client, StreamSample.Referral, "friend");
        await FactAsync(app, client, StreamSample.ReputationChange, "stars");
        await FactAsync(app, client, StreamSample.CareCase, "case");
        await FactAsync(app, client, StreamSample.Backlink, "link", ("targetPage", $"\"{Page}\""));
        await FactAsync(app, client, StreamSample.IndirectSale, "helped", ("orderReference", "\"B-7\""));
        await FactAsync(app, client, StreamSample.IndirectSale, "helped too");
        await FactAsync(app, client, StreamSample.Deflection, "answers");
        await FactAsync(app, client, StreamSample.Learning, "guide");
        await FactAsync(app, client, StreamSample.Insight, "study");
        await FactAsync(app, client, StreamSample.AdEfficiency, "words");
    }

    private static Task<JsonElement> FactAsync(
        AgencyApp app,
        string client,
        StreamSample sample,
        string reference,
        params (string Field, string Json)[] changes
    ) => app.StreamFactAsync(app.Alpha, sample, client, reference, changes);

    private static async Task<string> ClientAsync(AgencyApp app) =>
        (
            await app.DoAsync(
                app.Alpha.StaffToken,
                "clients/CreateClient",
                new
                {
                    name = "Whole",
                    industry = "FOOD_AND_DRINK",
                    businessModel = "B2C",
                    size = "SMALL",
                    currency = "USD",
                    timeZone = "America/New_York",
                    margin = 0.5m,
                }
            )
        ).Text("id");

    private static Task<JsonElement> PlatformAsync(AgencyApp app, string clientId, string from, string to, decimal amount, string paidBy) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "subscriptions/RecordToolSubscription",
            new
            {
                clientId,
                name = "Scheduler",
                from,
                to,
                amount,
                currency = "USD",
                paidBy,
            }
        );

    private static async Task<string> HouseAsync(AgencyApp app)
    {
        var answer = await app.AskAsync(app.Alpha.OwnerToken, "{ clients(includeHouse: true, first: 100) { nodes { id kind } } }");
        return answer.GetProperty("data").GetProperty("clients").List("nodes").Single(client => client.Text("kind") == "HOUSE").Text("id");
    }
}
