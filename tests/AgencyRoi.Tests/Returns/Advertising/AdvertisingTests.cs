namespace AgencyRoi.Tests.Returns.Advertising;

public sealed class AdvertisingTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string[] All =
    [
        "costPerClick",
        "costPerThousandImpressions",
        "clickThroughRate",
        "conversionRate",
        "saleRate",
        "costPerOutcome",
        "costPerSale",
        "roas",
    ];

    [Fact]
    public async Task Spend_is_divided_by_what_it_bought_and_outcomes_and_sales_carry_the_full_cost()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaignId = await app.CampaignAsync(app.Alpha, client, "Spring");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 200m, campaignId: campaignId));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 300m, category: "CONTENT", campaignId: campaignId));
        await app.RecordOutcomeAsync(app.Alpha, goal, 20m, campaignId: campaignId);
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 400m, campaignId: campaignId));
        await VolumeAsync(
            client,
            new
            {
                campaignId,
                isPaid = true,
                impressions = 40_000m,
                clicks = 800m,
            }
        );
        await VolumeAsync(
            client,
            new
            {
                campaignId,
                isPaid = false,
                impressions = 10_000m,
                clicks = 200m,
            }
        );
        // Clicks that nobody counted thin out no rate.
        await VolumeAsync(
            client,
            new
            {
                campaignId,
                isPaid = false,
                impressions = 1_000_000m,
                interactions = 70m,
            }
        );

        var whole = await app.AdvertisingAsync(client);
        var figures = whole.GetProperty("advertising");

        Assert.Equal(
            "adSpend=200 cost=500 bookedValue=500 impressions=1050000 clicks=1000 visits=null interactions=70 conversions=20 sales=1 outcomes=20",
            figures.Numbers(
                "adSpend",
                "cost",
                "bookedValue",
                "impressions",
                "clicks",
                "visits",
                "interactions",
                "conversions",
                "sales",
                "outcomes"
            )
        );
        Assert.Equal(
            "costPerClick=0.25 costPerThousandImpressions=5 clickThroughRate=0.02 conversionRate=0.02 saleRate=0.001 costPerOutcome=25 costPerSale=500 roas=2.5",
            figures.Ratios(All)
        );
        Assert.Equal(figures.Ratios(All), whole.Of("campaigns", "Spring").Ratios(All));
    }

    [Fact]
    public async Task Return_on_ad_spend_counts_before_margin_and_takes_refunds_back()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/UpdateClient",
            new
            {
                id = client,
                version = 1,
                margin = 0.25m,
            }
        );
        var campaignId = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, campaignId: campaignId));
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 400m, campaignId: campaignId));
        var wrong = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 999m, campaignId: campaignId));
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 150m));
        await app.DoAsync(app.Alpha.StaffToken, "sales/RetractSale", new { id = wrong.Text("id"), version = wrong.Long("version") });
        // Nobody knows what brought it: it is no value and no sale of the work.
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 5_000m));

        var figures = (await app.AdvertisingAsync(client)).GetProperty("advertising");

        // 400 - 150 before the margin of a quarter; the return on investment counts 62.50.
        Assert.Equal("adSpend=100 bookedValue=250 sales=1", figures.Numbers("adSpend", "bookedValue", "sales"));
        Assert.Equal("roas=2.5 costPerSale=100", figures.Ratios("roas", "costPerSale"));
        Assert.Equal(62.5m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task A_margin_of_nothing_leaves_the_booked_value()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/UpdateClient",
            new
            {
                id = client,
                version = 1,
                margin = 0m,
            }
        );
        var campaignId = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, campaignId: campaignId));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 400m, campaignId: campaignId));

        Assert.Equal("roas=4", (await app.AdvertisingAsync(client)).GetProperty("advertising").Ratios("roas"));
    }

    [Fact]
    public async Task Cost_avoided_and_indirect_value_are_no_booked_value()
    {
        var client = await app.ClientAsync(app.Alpha);
        var helped = await app.PricedGoalAsync(app.Alpha, client, 30m, stream: "RELATIONSHIPS", name: "Customers helped");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        await app.RecordOutcomeAsync(app.Alpha, helped, 4m);
        await app.DoAsync(app.Alpha.StaffToken, "traffic/SetKeywordPrice", Price(client));
        await app.DoAsync(app.Alpha.StaffToken, "traffic/RecordKeywordVisits", Visits(client));

        var figures = (await app.AdvertisingAsync(client)).GetProperty("advertising");

        Assert.Equal(120m + 50m, (await app.RoiAsync(app.Alpha, client)).GetProperty("unadjusted").Amount("value"));
        Assert.Equal("bookedValue=0 conversions=0 outcomes=4", figures.Numbers("bookedValue", "conversions", "outcomes"));
        Assert.Equal("roas=0 costPerOutcome=25", figures.Ratios("roas", "costPerOutcome"));
    }

    [Fact]
    public async Task What_is_not_known_has_its_own_reason_and_is_never_zero()
    {
        var (idle, spent, free) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(spent, 100m));
        await VolumeAsync(
            spent,
            new
            {
                isPaid = true,
                clicks = 0m,
                impressions = 0m,
            }
        );
        await VolumeAsync(free, new { isPaid = true, clicks = 9m });

        Assert.Equal(
            "NO_AD_SPEND NO_AD_SPEND IMPRESSIONS_NOT_MEASURED CLICKS_NOT_MEASURED CLICKS_NOT_MEASURED NO_COST NO_COST NO_AD_SPEND",
            await ReasonsAsync(idle)
        );
        Assert.Equal("NO_CLICKS NO_IMPRESSIONS NO_IMPRESSIONS NO_CLICKS NO_CLICKS NO_OUTCOMES NO_SALES 0", await ReasonsAsync(spent));
        Assert.Equal("NO_AD_SPEND NO_AD_SPEND IMPRESSIONS_NOT_MEASURED 0 0 NO_COST NO_COST NO_AD_SPEND", await ReasonsAsync(free));
    }

    [Fact]
    public async Task A_lead_that_is_stated_twice_is_one_conversion_and_stays_one_when_it_buys()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        var campaignId = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, campaignId: campaignId));
        await VolumeAsync(
            client,
            new
            {
                campaignId,
                isPaid = true,
                clicks = 10m,
            }
        );
        foreach (var (reference, lead) in new[] { ("a", "L-1"), ("b", "L-1"), ("c", "L-2") })
            await app.DoAsync(
                app.Alpha.StaffToken,
                "goals/RecordOutcome",
                new
                {
                    goalId = goal,
                    occurredOn = "2025-03-10",
                    quantity = 1m,
                    campaignId,
                    leadReference = lead,
                    externalReference = reference,
                }
            );
        await app.DoAsync(
            app.Alpha.StaffToken,
            "sales/RecordSale",
            new
            {
                clientId = client,
                type = "SALE",
                occurredOn = "2025-03-10",
                amount = 80m,
                currency = "USD",
                campaignId,
                leadReference = "L-1",
            }
        );

        var figures = (await app.AdvertisingAsync(client)).GetProperty("advertising");

        // The ledger counts the lead that bought once, as its sale: 80, and one enquiry of 5.
        Assert.Equal("bookedValue=85 conversions=2 sales=1 outcomes=2", figures.Numbers("bookedValue", "conversions", "sales", "outcomes"));
        Assert.Equal("conversionRate=0.2 saleRate=0.1 roas=0.85", figures.Ratios("conversionRate", "saleRate", "roas"));
    }

    [Fact]
    public async Task Channels_campaigns_with_those_below_and_goals_have_their_own()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channelId = await app.ChannelAsync(app.Alpha, client, "Ads");
        var above = await app.CampaignAsync(app.Alpha, client, "Above");
        var below = await app.CampaignAsync(app.Alpha, client, "Below", above);
        var goalId = await app.PricedGoalAsync(app.Alpha, client, 10m, name: "Demos");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 60m, channelId: channelId, campaignId: below, goalId: goalId));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 40m, campaignId: above));
        await VolumeAsync(
            client,
            new
            {
                channelId,
                campaignId = below,
                goalId,
                isPaid = true,
                clicks = 30m,
            }
        );
        await VolumeAsync(
            client,
            new
            {
                campaignId = above,
                isPaid = true,
                clicks = 10m,
            }
        );
        await app.RecordOutcomeAsync(app.Alpha, goalId, 6m, campaignId: below, channelId: channelId);

        var read = await app.AdvertisingAsync(client);

        Assert.Equal("costPerClick=2 conversionRate=0.2 costPerOutcome=10 roas=1", Card(read.Of("channels", "Ads")));
        Assert.Equal("costPerClick=2 conversionRate=0.2 costPerOutcome=10 roas=1", Card(read.Of("campaigns", "Below")));
        Assert.Equal("costPerClick=2 conversionRate=0.2 costPerOutcome=10 roas=1", Card(read.Of("goals", "Demos")));
        Assert.Equal("costPerClick=2.5 conversionRate=0.15 costPerOutcome=16.666667 roas=0.6", Card(read.Of("campaigns", "Above")));

        static string Card(System.Text.Json.JsonElement figures) =>
            figures.Ratios("costPerClick", "conversionRate", "costPerOutcome", "roas");
    }

    [Fact]
    public async Task Retracted_volume_and_other_days_divide_nothing()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        await VolumeAsync(client, new { isPaid = true, clicks = 50m });
        var wrong = await VolumeAsync(client, new { isPaid = true, clicks = 450m });
        var all = (await app.AdvertisingAsync(client)).GetProperty("advertising").Ratios("costPerClick");
        await app.DoAsync(app.Alpha.StaffToken, "volume-metrics/RetractVolumeMetric", new { id = wrong.Text("id"), version = 1 });

        Assert.Equal("costPerClick=0.2", all);
        Assert.Equal("costPerClick=2", (await app.AdvertisingAsync(client)).GetProperty("advertising").Ratios("costPerClick"));
        Assert.Equal(
            "costPerClick=NO_AD_SPEND",
            (await app.AdvertisingAsync(client, "2025-03-11")).GetProperty("advertising").Ratios("costPerClick")
        );
    }

    private async Task<string> ReasonsAsync(string client)
    {
        var figures = (await app.AdvertisingAsync(client)).GetProperty("advertising");
        return string.Join(' ', All.Select(name => figures.Ratio(name)));
    }

    private Task<System.Text.Json.JsonElement> VolumeAsync(string clientId, object numbers) => app.VolumeAsync(clientId, numbers);

    private static object Price(string clientId) =>
        new
        {
            clientId,
            keyword = "rye bread",
            country = "US",
            month = "2025-03-01",
            amount = 0.5m,
            currency = "USD",
            source = "the test",
        };

    private static object Visits(string clientId) =>
        new
        {
            clientId,
            keyword = "rye bread",
            country = "US",
            month = "2025-03-01",
            visits = 100m,
            convertingVisits = 0m,
        };
}
