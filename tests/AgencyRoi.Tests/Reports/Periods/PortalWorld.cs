using System.Text.Json;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Records.Contacts;
using AgencyRoi.Tests.Reports.Engagement;
using AgencyRoi.Tests.Reports.TwoSidedValue;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>
/// A client with two published months, and beside them everything that its own people must not see: what the agency pays, rates, hours, its margin, terms of
/// valuation, plans, a month that is not published, what came after the closing, another client. Each in numbers and words that nothing else has.
/// </summary>
public sealed class PortalWorld(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>In names, labels, notes and references.</summary>
    internal const string Marker = "not for the portal";

    /// <summary>Amounts that were entered, and sums that would hold one of them.</summary>
    internal static readonly decimal[] Numbers =
    [
        0.4321m, // the client's margin
        43.21m,
        8765.43m, // revenue, of which the portal sees the margin
        1.23457m, // the exchange rate of a cost of the agency
        987.66m,
        6543.21m, // paid by the agency
        7361.17m, // of a month that is closed and not published
        7362.19m, // entered after the closing
        12362.20m,
        7363.31m, // forecast
        7364.41m, // budget
        736551m, // followers of an audit that was retracted, and of a month that is not published
        736661m,
        739991m, // a benefit to consumers in a month that is not published
        738881m, // interactions and people of a month that is not published
        2.7183m, // a goal's value from a later day on
        0.6413m, // a factor of the evidence policy
        9876.54m, // another client's cost, and its sale
        9765.43m,
    ];

    private readonly Dictionary<string, string> hidden = [];

    internal AgencyApp App { get; } = new(postgres);
    internal AgencySecrets Secrets { get; private set; } = null!; // xunit initialises a fixture before any test sees it
    internal string Client { get; private set; } = "";
    internal string Token { get; private set; } = "";

    /// <summary>Objects of every kind that a portal may not know, by what they are.</summary>
    internal IEnumerable<string> Hidden => [.. hidden.Values, .. Secrets.Slots.Select(slot => Secrets[slot])];

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Client = await ClientAsync();
        Secrets = await AgencySecrets.MakeAsync(App, Client);
        var goal = await FactsAsync();
        await TermsAsync(goal);
        await KeyMetricsAsync(goal);
        await NoticeAsync();
        await RivalAsync();
        hidden["AttributionRun"] = await PublishedAttributionAsync();
        foreach (var month in new[] { "2025-03-01", "2025-04-01" })
        {
            await App.CloseAsync(Client, month);
            await App.PublishAsync(Client, month);
        }
        await App.CloseAsync(Client, "2025-05-01");
        hidden["LateCost"] = (await App.CostAsync(App.Alpha, NewCost(Client, 7362.19m, description: Marker))).Text("id");
        Token = await App.PortalTokenAsync(Client);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<string> ClientAsync() =>
        (
            await App.DoAsync(
                App.Alpha.StaffToken,
                "clients/CreateClient",
                new
                {
                    name = "Discreet",
                    industry = "RETAIL",
                    businessModel = "B2C",
                    size = "SMALL",
                    currency = "USD",
                    timeZone = "UTC",
                    margin = 0.4321m,
                }
            )
        ).Text("id");

    private async Task<string> FactsAsync()
    {
        var channel = await App.ChannelAsync(App.Alpha, Client);
        var campaign = await App.CampaignAsync(App.Alpha, Client, "Below", await App.CampaignAsync(App.Alpha, Client, "Above"));
        var goal = await App.PricedGoalAsync(App.Alpha, Client, 2.5m);
        await App.RateAsync(App.Alpha, "NZD", "USD", 1.23457m, "2025-03-01", "MONTH");
        var paid = NewCost(Client, 5000.01m, channelId: channel, campaignId: campaign, goalId: goal, description: Marker);
        hidden["Cost"] = (await App.CostAsync(App.Alpha, paid)).Text("id");
        await App.CostAsync(App.Alpha, NewCost(Client, 6543.21m, category: "STAFF_TIME", paidBy: "AGENCY", description: Marker));
        await App.CostAsync(App.Alpha, NewCost(Client, 800m, currency: "NZD", category: "OVERHEAD", paidBy: "AGENCY"));
        hidden["Sale"] = (await App.SaleAsync(App.Alpha, NewSale(Client, 8765.43m, channelId: channel))).Text("id");
        await App.RecordOutcomeAsync(App.Alpha, goal, 4m);
        await App.CostAsync(App.Alpha, NewCost(Client, 7361.17m, "2025-05-10", description: Marker));
        await StepAsync("REACHED", "2025-03-10", channel, campaign);
        await StepAsync("LEAD", "2025-03-11", channel, campaign);
        await AuditAsync(channel, 9210m, "2025-03-10");
        var retracted = await AuditAsync(channel, 736551m, "2025-03-20");
        hidden["AudienceAudit"] = retracted.Text("id");
        await App.DoAsync(App.Alpha.StaffToken, "listening/RetractAudienceAudit", new { id = retracted.Text("id"), version = 1 });
        await AuditAsync(channel, 736661m, "2025-05-10");
        await EngagementAsync(channel);
        await BenefitsAsync(channel);
        return goal;
    }

    private async Task StepAsync(string stage, string on, string channelId, string campaignId) =>
        hidden["ContactStage"] = (
            await App.StageAsync(
                Client,
                stage,
                on,
                new()
                {
                    ["crmId"] = Marker,
                    ["channelId"] = channelId,
                    ["campaignId"] = campaignId,
                }
            )
        ).Text("id");

    private Task<JsonElement> AuditAsync(string channelId, decimal grossFollowers, string occurredOn) =>
        App.DoAsync(
            App.Alpha.StaffToken,
            "listening/RecordAudienceAudit",
            new
            {
                clientId = Client,
                channelId,
                occurredOn,
                grossFollowers,
                sample = 200m,
                inauthentic = 30m,
                tool = "By hand",
                source = Marker,
            }
        );

    private async Task EngagementAsync(string channel)
    {
        await App.PeopleAsync(Client, channel, "2025-03-01", 120m, 48m, 5000m, 1000m, 1500m);
        await App.InteractionsAsync(Client, channel, "SHARE", 60m, 6m);
        hidden["AudienceActivity"] = (
            await App.PeopleAsync(Client, channel, "2025-05-01", 738881m, 738881m, 738881m, 738881m, 738881m)
        ).Text("id");
        hidden["InteractionCount"] = (
            await App.InteractionsAsync(Client, channel, "LIKE", 738881m, 738881m, "2025-05-02", post: Marker, topic: Marker)
        ).Text("id");
    }

    private async Task BenefitsAsync(string channel)
    {
        await App.BenefitAsync(Client, "COUPON", 100m, 500m, new { channelId = channel, costAmount = 250m });
        hidden["ConsumerBenefit"] = (
            await App.BenefitAsync(Client, "COUPON", 739991m, 739991m, new { occurredOn = "2025-05-02", method = Marker })
        ).Text("id");
    }

    private Task<JsonElement> KeyMetricsAsync(string goalId) =>
        App.DoAsync(
            App.Alpha.StaffToken,
            "key-metrics/SetKeyMetricList",
            new
            {
                clientId = Client,
                metrics = new object[]
                {
                    new { metric = "NET", total = "DIRECT" },
                    new { metric = "COST_PER_SALE" },
                    new { metric = "GOAL_PROGRESS", goalId },
                },
            }
        );

    private Task<JsonElement> NoticeAsync() =>
        App.DoAsync(
            App.Alpha.StaffToken,
            "contacts/SetProcessingNotice",
            new
            {
                clientId = Client,
                language = "en",
                effectiveFrom = "2025-01-01",
                purposes = new[] { "MARKETING" },
                url = "https://discreet.example/privacy",
            }
        );

    // What is published of a run is shown; the run itself is the agency's.
    private async Task<string> PublishedAttributionAsync()
    {
        var path = new
        {
            clientId = Client,
            occurredOn = "2025-03-31",
            touches = new[] { new { channelId = (string?)null } },
            conversions = 3m,
        };
        await App.DoAsync(App.Alpha.StaffToken, "paths/RecordJourneyPath", path);
        var question = new
        {
            clientId = Client,
            period = new { from = "2025-03-01", to = "2025-05-01" },
            source = "PATHS",
        };
        var run = await App.DoAsync(App.Alpha.StaffToken, "attribution-runs/StartAttributionRun", question);
        while (run.Text("state") != "DONE")
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            run = (await App.SendAsync(App.Alpha.StaffToken, "attribution-runs/AttributionRun", new { id = run.Text("id") })).GetProperty(
                "node"
            );
        }
        var shown = new { id = run.Text("id"), version = run.GetProperty("version").GetInt64() };
        await App.DoAsync(App.Alpha.StaffToken, "attribution-runs/PublishAttributionRun", shown);
        return run.Text("id");
    }

    private async Task TermsAsync(string goalId)
    {
        await App.ValueAsync(App.Alpha, goalId, "2025-06-01", 2.7183m);
        hidden["GoalForecast"] = (
            await App.DoAsync(
                App.Alpha.StaffToken,
                "expectations/RecordGoalForecast",
                new
                {
                    goalId,
                    from = "2026-02-01",
                    to = "2026-03-01",
                    expectedQuantity = 7363.31m,
                    author = Marker,
                }
            )
        ).Text("id");
        hidden["Budget"] = (
            await App.DoAsync(
                App.Alpha.StaffToken,
                "budgets/SetBudget",
                new
                {
                    clientId = Client,
                    from = "2025-01-01",
                    to = "2026-01-01",
                    amount = 7364.41m,
                    currency = "USD",
                }
            )
        ).Text("id");
        hidden["EvidencePolicy"] = (
            await App.DoAsync(
                App.Alpha.OwnerToken,
                "periods/SetEvidencePolicy",
                new
                {
                    effectiveFrom = "2025-06-01",
                    factors = GradeFactors.Of(1m, 0.75m, 0.6413m, 0.25m, 0m),
                    note = Marker,
                }
            )
        ).Text("id");
    }

    private async Task RivalAsync()
    {
        var rival = await App.ClientAsync(App.Alpha, $"Rival {Marker}");
        var page = await App.ChannelAsync(App.Alpha, rival, $"Page {Marker}");
        hidden["Client"] = rival;
        hidden["Channel"] = page;
        hidden["Campaign"] = await App.CampaignAsync(App.Alpha, rival, $"Campaign {Marker}");
        hidden["Goal"] = await App.PricedGoalAsync(App.Alpha, rival, 5m, name: $"Goal {Marker}");
        await App.CostAsync(App.Alpha, NewCost(rival, 9876.54m, channelId: page));
        await App.SaleAsync(App.Alpha, NewSale(rival, 9765.43m, channelId: page));
        await App.CloseAsync(rival);
        await App.PublishAsync(rival);
    }
}
