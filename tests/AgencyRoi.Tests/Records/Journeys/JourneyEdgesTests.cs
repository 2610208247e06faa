using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Journeys;

/// <summary>Which touches count for which conversion.</summary>
public sealed class JourneyEdgesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_touch_counts_to_the_last_moment_of_its_look_back_and_no_longer()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR", lookBackDays: 7);
        await world.TouchAsync("2025-03-03T11:59:59Z", world.Blog);
        await world.TouchAsync("2025-03-03T12:00:00Z", world.Mail);

        var sale = await world.SaleAsync(occurredAt: "2025-03-10T12:00:00Z");

        Assert.Equal(["Mail 1 DIRECT"], await world.CreditsAsync(sale));
    }

    [Fact]
    public async Task A_goals_own_look_back_goes_before_the_policys()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var goal = await app.PricedGoalAsync(app.Alpha, world.Client, 5m);
        var version = (await app.SendAsync(app.Alpha.StaffToken, "goals/Goal", new { id = goal })).GetProperty("node").Long("version");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id = goal,
                version,
                lookBackDays = 5,
            }
        );
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);

        var aimed = await world.SaleAsync(goalId: goal, contactReference: "ann");
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, contactReference: "bob");
        var other = await world.SaleAsync(contactReference: "bob");

        Assert.Equal(["no journey"], await world.CreditsAsync(aimed));
        Assert.Equal(["Blog 1 DIRECT"], await world.CreditsAsync(other));
    }

    [Fact]
    public async Task Touches_after_a_conversion_never_count_for_it_and_it_restarts_the_journey()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        await world.TouchAsync("2025-03-11T09:00:00Z", world.Mail);

        var first = await world.SaleAsync(occurredOn: "2025-03-10");
        var second = await world.SaleAsync(occurredOn: "2025-03-12");
        var third = await world.SaleAsync(occurredOn: "2025-03-13");

        Assert.Equal(["Blog 1 DIRECT"], await world.CreditsAsync(first));
        Assert.Equal(["Mail 1 DIRECT"], await world.CreditsAsync(second));
        Assert.Equal(["no journey"], await world.CreditsAsync(third));

        // A conversion that comes in between takes the touches before it from the next one, and gives them back.
        var between = await world.SaleAsync(occurredOn: "2025-03-11", externalReference: "late");
        Assert.Equal(["no journey"], await world.CreditsAsync(second));
        var version = (await app.SendAsync(app.Alpha.StaffToken, "sales/Sale", new { id = between })).GetProperty("node").Long("version");
        await app.DoAsync(app.Alpha.StaffToken, "sales/RetractSale", new { id = between, version });
        Assert.Equal(["Mail 1 DIRECT"], await world.CreditsAsync(second));
        await world.CheckAsync();
    }

    [Fact]
    public async Task Of_one_moment_touches_keep_the_order_of_their_recording_and_come_before_the_conversion()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LAST_TOUCH");
        const string at = "2025-03-10T12:00:00Z";
        var file =
            "client,external_reference,touched_at,contact_reference,channel,legal_basis\n"
            + $"{world.Client},t-1,{at},ann,{world.Mail},CONSENT\n{world.Client},t-2,{at},ann,{world.Blog},CONSENT\n";
        Assert.Equal((2, 0, 0, 0), (await app.ImportAsync(app.Alpha.StaffToken, "touches", file)).Counts());

        var sale = await world.SaleAsync(occurredAt: at);

        Assert.Equal(["Blog 1 DIRECT"], await world.CreditsAsync(sale));
    }

    [Fact]
    public async Task A_touch_without_legal_basis_is_left_out_and_a_sale_left_without_touches_is_unattributed()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        var withdrawn = await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail, legalBasis: null);
        var sale = await world.SaleAsync(channelId: world.Mail);
        Assert.Equal(["Blog 1 DIRECT"], await world.CreditsAsync(sale));
        Assert.Equal(1, (await world.JourneyAsync(sale)).GetProperty("excludedTouchCount").GetInt32());

        var alone = await world.SaleAsync(contactReference: "bob", channelId: world.Mail);
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail, contactReference: "bob", legalBasis: null);

        Assert.Empty(await world.CreditsAsync(alone));
        Assert.Equal(["Blog DIRECT 100"], await world.LinesAsync());
        Assert.Equal("null", withdrawn.GetProperty("legalBasis").GetRawText());
        await world.CheckAsync();
    }

    [Fact]
    public async Task All_direct_touches_bring_no_value()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", channelId: null);
        await world.TouchAsync("2025-03-02T09:00:00Z", channelId: null);

        var sale = await world.SaleAsync();

        Assert.Equal(["direct 1 DIRECT"], await world.CreditsAsync(sale));
        Assert.Empty(await world.LinesAsync());
    }

    [Fact]
    public async Task A_repeated_channel_has_the_credit_of_all_its_touches()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR");
        foreach (var (day, channel) in new[] { ("01", world.Blog), ("02", world.Mail), ("03", world.Blog), ("04", world.Blog) })
            await world.TouchAsync($"2025-03-{day}T09:00:00Z", channel);

        var sale = await world.SaleAsync();

        Assert.Equal(["Blog 0.5 ASSISTED", "Mail 0.25 ASSISTED", "Blog 0.25 DIRECT"], await world.CreditsAsync(sale));
        Assert.Equal(["Blog ASSISTED 50", "Blog DIRECT 25", "Mail ASSISTED 25"], await world.LinesAsync());
    }

    [Fact]
    public async Task A_visitor_is_found_by_the_visitors_key_and_a_correction_keeps_it()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, visitorKey: "cookie-1");
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail, contactReference: "ann");
        var sale = await world.SaleAsync(visitorKey: "cookie-1", contactReference: "ann");
        Assert.Equal(["Blog 1 DIRECT"], await world.CreditsAsync(sale));

        var version = (await app.SendAsync(app.Alpha.StaffToken, "sales/Sale", new { id = sale })).GetProperty("node").Long("version");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "sales/CorrectSale",
            new
            {
                id = sale,
                version,
                amount = 50m,
            }
        );

        Assert.Equal(["Blog 1 DIRECT"], await world.CreditsAsync(sale));
        Assert.Equal(["Blog DIRECT 50"], await world.LinesAsync());
    }

    [Fact]
    public async Task A_moment_lies_on_the_day_that_is_given_with_it()
    {
        var world = await JourneyWorld.CreateAsync(app);

        var refused = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "sales/RecordSale",
            new
            {
                clientId = world.Client,
                type = "SALE",
                occurredOn = "2025-03-10",
                occurredAt = "2025-03-12T00:00:00Z",
                amount = 1m,
                currency = "USD",
            }
        );

        Assert.Equal(["BAD_INPUT input.occurredAt"], refused);
    }
}
