using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>Journeys are people's: touches and conversions under several keys of a contact are in one, and a merge or a split credits conversions anew.</summary>
public sealed class ContactJourneyTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Touched = "2025-03-01T09:00:00Z";

    [Fact]
    public async Task A_visitors_touch_counts_for_the_buyer_once_a_contact_has_both_keys()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync(Touched, world.Blog, visitorKey: "cookie");
        var sale = await world.SaleAsync(contactReference: "ann");
        Assert.Equal(["no journey"], await world.CreditsAsync(sale));

        await app.StageAsync(world.Client, "CUSTOMER", "2025-03-10", new() { ["crmId"] = "ann", ["device"] = "cookie" });

        Assert.Equal(["Blog 1 DIRECT"], await world.CreditsAsync(sale));
        Assert.Equal(["Blog DIRECT 100"], await world.LinesAsync());
        await world.CheckAsync();
    }

    [Fact]
    public async Task What_comes_in_later_under_any_key_is_in_the_same_journey()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR");
        await app.StageAsync(world.Client, "LEAD", "2025-02-01", new() { ["device"] = "cookie" });
        await app.StageAsync(world.Client, "LEAD", "2025-02-01", new() { ["device"] = "cookie", ["crmId"] = "ann" });

        await world.TouchAsync(Touched, world.Blog, visitorKey: "cookie");
        var sale = await world.SaleAsync(contactReference: "ann");
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail, contactReference: "ann");

        Assert.Equal(["Blog 0.5 ASSISTED", "Mail 0.5 DIRECT"], await world.CreditsAsync(sale));
        await world.CheckAsync();
    }

    [Fact]
    public async Task A_merge_puts_two_contacts_into_one_journey_and_a_split_gives_each_its_own_back()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync(Touched, world.Blog, visitorKey: "cookie");
        var sale = await world.SaleAsync(contactReference: "ann");
        var web = (await app.StageAsync(world.Client, "VISITOR", "2025-03-01", new() { ["device"] = "cookie" })).ContactOf();
        var ann = (await app.StageAsync(world.Client, "CUSTOMER", "2025-03-10", new() { ["crmId"] = "ann" })).ContactOf();

        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = ann, fromId = web });
        Assert.Equal(["Blog 1 DIRECT"], await world.CreditsAsync(sale));
        Assert.Equal((100m, 100m), await world.BooksAsync());

        await app.DoAsync(
            app.Alpha.StaffToken,
            "contacts/SplitContact",
            new { id = web, version = (await app.LifeAsync(web)).Long("version") }
        );
        Assert.Equal(["no journey"], await world.CreditsAsync(sale));
        Assert.Equal((0m, 0m), await world.BooksAsync());
        await world.CheckAsync();
    }

    [Fact]
    public async Task A_file_that_is_sent_again_after_a_merge_changes_nothing()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await app.StageAsync(world.Client, "CUSTOMER", "2025-03-10", new() { ["crmId"] = "ann", ["device"] = "cookie" });
        var touches =
            "client,external_reference,touched_at,visitor_key,channel,legal_basis\n"
            + $"{world.Client},t-1,{Touched},cookie,{world.Blog},CONSENT\n";
        var sales =
            "client,external_reference,type,date,amount,currency,visitor_key\n" + $"{world.Client},s-1,SALE,2025-03-10,100,USD,cookie\n";
        await app.ImportAsync(app.Alpha.StaffToken, "touches", touches);
        await app.ImportAsync(app.Alpha.StaffToken, "sales", sales);
        var other = (await app.StageAsync(world.Client, "LEAD", "2025-03-01", new() { ["crmId"] = "AAA" })).ContactOf();
        var ann = (await app.StageAsync(world.Client, "LEAD", "2025-03-01", new() { ["crmId"] = "ann" })).ContactOf();
        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = other, fromId = ann });

        Assert.Equal((0, 0, 1, 0), (await app.ImportAsync(app.Alpha.StaffToken, "touches", touches)).Counts());
        Assert.Equal((0, 0, 1, 0), (await app.ImportAsync(app.Alpha.StaffToken, "sales", sales)).Counts());
        Assert.Equal(["Blog DIRECT 100"], await world.LinesAsync());
    }

    [Fact]
    public async Task A_correction_stays_in_the_journey_of_the_contact()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await app.StageAsync(world.Client, "CUSTOMER", "2025-03-10", new() { ["crmId"] = "ann", ["device"] = "cookie" });
        var touch = await world.TouchAsync(Touched, world.Blog, visitorKey: "cookie");
        var sale = await world.SaleAsync(contactReference: "ann");

        await app.DoAsync(
            app.Alpha.StaffToken,
            "journeys/CorrectTouch",
            new
            {
                id = touch.Text("id"),
                version = touch.Long("version"),
                channelId = world.Mail,
            }
        );

        Assert.Equal(["Mail 1 DIRECT"], await world.CreditsAsync(sale));
        await world.CheckAsync();
    }
}
