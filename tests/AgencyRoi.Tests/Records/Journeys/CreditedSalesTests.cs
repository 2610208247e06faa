namespace AgencyRoi.Tests.Records.Journeys;

/// <summary>The ledger holds of a conversion what the client's attribution policy gives to the touches before it, whatever came in first.</summary>
public sealed class CreditedSalesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_sale_belongs_to_the_last_touch_that_is_not_direct_whatever_channel_it_names()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail);
        await world.TouchAsync("2025-03-03T09:00:00Z", channelId: null);

        var sale = await world.SaleAsync(channelId: world.Blog);

        Assert.Equal(["Mail 1 DIRECT"], await world.CreditsAsync(sale));
        Assert.Equal(["Mail DIRECT 100"], await world.LinesAsync());
        await world.CheckAsync();
    }

    [Fact]
    public async Task A_sale_without_touches_keeps_the_channel_that_it_names()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Mail, contactReference: "bob");

        var sale = await world.SaleAsync(channelId: world.Blog);

        Assert.Equal(["no journey"], await world.CreditsAsync(sale));
        Assert.Equal(["Blog DIRECT 100"], await world.LinesAsync());
    }

    [Fact]
    public async Task A_sale_that_no_longer_names_its_buyer_keeps_the_channel_that_it_names()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Mail);
        var sale = await world.SaleAsync(channelId: world.Blog, externalReference: "s-1");
        Assert.Equal(["Mail 1 DIRECT"], await world.CreditsAsync(sale));

        await world.SaleAsync(channelId: world.Blog, externalReference: "s-1", contactReference: null);

        Assert.Equal(["no journey"], await world.CreditsAsync(sale));
        Assert.Equal(["Blog DIRECT 100"], await world.LinesAsync());
    }

    [Fact]
    public async Task What_earlier_touches_are_credited_with_is_assisted_and_what_others_run_is_no_value()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("POSITION");
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Press);
        await world.TouchAsync("2025-03-03T09:00:00Z", world.Mail);

        var sale = await world.SaleAsync();

        Assert.Equal(["Blog 0.4 ASSISTED", "Press 0.2 ASSISTED", "Mail 0.4 DIRECT"], await world.CreditsAsync(sale));
        Assert.Equal(["Blog ASSISTED 40", "Mail DIRECT 40"], await world.LinesAsync());
        Assert.Equal((40m, 80m), await world.BooksAsync());
        await world.CheckAsync();
    }

    [Theory]
    [InlineData(100, "33.3333,33.3333,33.3334")]
    [InlineData(0.02, "0.0066,0.0067,0.0067")]
    [InlineData(0, "")]
    public async Task Parts_of_a_sale_are_the_sale(double amount, string parts)
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR");
        foreach (var (day, channel) in new[] { ("01", world.Blog), ("02", world.Mail), ("03", world.Blog) })
            await world.TouchAsync($"2025-03-{day}T09:00:00Z", channel);

        await world.SaleAsync((decimal)amount);

        var lines = await world.LinesAsync();
        Assert.Equal(parts, string.Join(',', lines.Select(line => line.Split(' ')[2]).Order()));
        await world.CheckAsync();
    }

    [Fact]
    public async Task A_touch_that_comes_in_after_its_sale_credits_it_anew_and_goes_with_its_retraction()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var sale = await world.SaleAsync(channelId: world.Blog);
        Assert.Equal(["Blog DIRECT 100"], await world.LinesAsync());

        var touch = await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail);
        Assert.Equal(["Mail DIRECT 100"], await world.LinesAsync());

        await app.DoAsync(app.Alpha.StaffToken, "journeys/RetractTouch", new { id = touch.Text("id"), version = touch.Long("version") });

        Assert.Equal(["no journey"], await world.CreditsAsync(sale));
        Assert.Equal(["Blog DIRECT 100"], await world.LinesAsync());
        await world.CheckAsync();
    }

    [Fact]
    public async Task A_refund_in_a_later_month_takes_back_from_the_channels_that_were_credited()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("POSITION");
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        await world.TouchAsync("2025-03-03T09:00:00Z", world.Mail);
        var sale = await world.SaleAsync();

        await app.RefundAsync(
            app.Alpha,
            new
            {
                saleId = sale,
                occurredOn = "2025-05-02",
                amount = 30m,
            }
        );
        Assert.Equal(["Blog ASSISTED 35", "Mail DIRECT 35"], await world.LinesAsync());

        // The refund follows its sale when a touch comes in late.
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Press);
        Assert.Equal(["Blog ASSISTED 28", "Mail DIRECT 28"], await world.LinesAsync());
        await app.RefundAsync(
            app.Alpha,
            new
            {
                saleId = sale,
                occurredOn = "2025-06-02",
                amount = 70m,
            }
        );
        Assert.Empty(await world.LinesAsync());
        await world.CheckAsync();
    }

    [Fact]
    public async Task A_refund_goes_with_its_sale_when_a_shorter_look_back_leaves_it_without_touches()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        var sale = await world.SaleAsync();
        await app.RefundAsync(
            app.Alpha,
            new
            {
                saleId = sale,
                occurredOn = "2025-05-02",
                amount = 30m,
            }
        );
        Assert.Equal(["Blog DIRECT 70"], await world.LinesAsync());

        await world.PolicyAsync("LAST_NON_DIRECT_TOUCH", lookBackDays: 1);
        await Reports.Periods.PeriodCaller.RevalueAsync(app, world.Client);

        Assert.Empty(await world.LinesAsync());
        await world.CheckAsync();
        var again = await Reports.Periods.PeriodCaller.RevalueAsync(app, world.Client, preview: true);
        Assert.Equal(0, again.GetProperty("factCount").GetInt32());
    }

    [Fact]
    public async Task A_policy_is_previewed_posted_by_a_revaluation_and_undone_by_another()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        await world.TouchAsync("2025-03-03T09:00:00Z", world.Mail);
        await world.SaleAsync();
        var before = await world.LinesAsync();

        await world.PolicyAsync("LINEAR");
        Assert.Equal(before, await world.LinesAsync());
        var preview = await Reports.Periods.PeriodCaller.RevalueAsync(app, world.Client, preview: true);
        Assert.Equal(before, await world.LinesAsync());
        await Reports.Periods.PeriodCaller.RevalueAsync(app, world.Client);

        Assert.NotEqual(0, preview.GetProperty("factCount").GetInt32());
        Assert.Equal(["Blog ASSISTED 50", "Mail DIRECT 50"], await world.LinesAsync());
        await world.PolicyAsync("LAST_NON_DIRECT_TOUCH");
        await Reports.Periods.PeriodCaller.RevalueAsync(app, world.Client);
        Assert.Equal(before, await world.LinesAsync());
        await world.CheckAsync();
    }
}
