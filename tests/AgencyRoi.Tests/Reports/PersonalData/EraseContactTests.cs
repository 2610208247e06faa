using System.Text.Json;
using AgencyRoi.Tests.Records.Contacts;
using AgencyRoi.Tests.Records.Journeys;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.PersonalData;

public sealed class EraseContactTests(LoggedApp app) : IClassFixture<LoggedApp>
{
    private static readonly string[] LinesOfPerson = ["Blog ASSISTED 35", "Mail DIRECT 35"];

    [Fact]
    public async Task Every_figure_is_the_same_afterwards()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR");
        var goal = await app.PricedGoalAsync(app.Alpha, world.Client, 40m);
        await OtherAsync(world);
        var person = await PlantedPerson.CreateAsync(world, goal);
        var before = await world.FiguresAsync();
        var lines = await world.LinesAsync();
        await world.CheckAsync();

        await world.EraseAsync(person.Contact);

        var after = await world.FiguresAsync();
        Assert.All(before, figure => Assert.Equal(figure.Value, after[figure.Key]));
        Assert.Equal(lines, await world.LinesAsync());
        await world.CheckAsync();
    }

    // Two touches by LINEAR: half of 100 each, less half of the 30 that were paid back.
    [Fact]
    public async Task What_is_valued_again_afterwards_is_worth_the_same()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR");
        var (contact, sale) = await BuyerAsync(world);
        Assert.Equal(LinesOfPerson, await world.LinesAsync());

        await world.EraseAsync(contact);
        var read = (await world.KeptAsync(contact)).GetProperty("sales").List("nodes");
        Assert.Empty(read);
        var version = await VersionOfSaleAsync(sale);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "sales/CorrectSale",
            new
            {
                id = sale,
                version,
                description = "Corrected",
            }
        );

        Assert.Equal(LinesOfPerson, await world.LinesAsync());
        Assert.Equal(["Blog 0.5 ASSISTED", "Mail 0.5 DIRECT"], await world.CreditsAsync(sale));
        await world.CheckAsync();
    }

    [Fact]
    public async Task The_receipt_counts_what_was_erased_and_is_the_same_when_it_is_asked_for_again()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var (contact, _) = await BuyerAsync(world);
        var version = await world.VersionAsync(contact);

        var first = await app.DoAsync(app.Alpha.OwnerToken, "personal-data/EraseContact", new { id = contact, version });
        var again = await app.DoAsync(app.Alpha.OwnerToken, "personal-data/EraseContact", new { id = contact, version });

        Assert.Equal(first.GetRawText(), again.GetRawText());
        var receipt = first.GetProperty("erasure");
        Assert.Equal((1, 2, 1, 2, 1, 1), (Count("contact"), Count("key"), Count("stage"), Count("touch"), Count("sale"), Count("refund")));

        int Count(string kind) => receipt.GetProperty($"{kind}Count").GetInt32();
    }

    [Fact]
    public async Task Two_at_once_erase_once()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var (contact, _) = await BuyerAsync(world);
        var version = await world.VersionAsync(contact);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ => app.DoAsync(app.Alpha.OwnerToken, "personal-data/EraseContact", new { id = contact, version }))
        );

        Assert.Equal(answers[0].GetRawText(), answers[1].GetRawText());
        await world.CheckAsync();
    }

    [Fact]
    public async Task Touches_stay_as_a_path_on_their_days_without_hour_and_known_key()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var (contact, sale) = await BuyerAsync(world);
        var keys = await app.Database.AsSuperuserAsync(KeysOf(contact));

        await world.EraseAsync(contact);

        // Midday in New York.
        Assert.Equal(
            "2025-03-01 17:00:00+00 , 2025-03-02 17:00:00.000001+00",
            await app.Database.AsSuperuserAsync(
                $"""
                select string_agg(to_char(touched_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')
                  || rtrim(to_char(touched_at, '.US'), '.0') || '+00', ' , ' order by touched_at)
                from app.touches where client_id = '{JourneyWorld.KeyOf(world.Client)}'
                """
            )
        );
        Assert.Equal(
            1L,
            await app.Database.AsSuperuserAsync(
                $"select count(distinct journey_key) from app.touches where client_id = '{JourneyWorld.KeyOf(world.Client)}'"
            )
        );
        var key = await app.Database.AsSuperuserAsync(
            $"select journey_key::text from app.touches where client_id = '{JourneyWorld.KeyOf(world.Client)}' limit 1"
        );
        Assert.DoesNotContain((string)key!, (string)keys!, StringComparison.Ordinal);
        Assert.Equal(["Blog 0.5 ASSISTED", "Mail 0.5 DIRECT"], await CreditsOrPolicyAsync(world, sale));
    }

    [Fact]
    public async Task Nothing_is_recorded_of_somebody_who_was_erased_and_nobody_is_merged_with_them()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var (contact, _) = await BuyerAsync(world);
        var other = (await app.StageAsync(world.Client, "LEAD", "2025-03-01", new() { ["crmId"] = "bob" })).ContactOf();
        await world.EraseAsync(contact);

        var stage = ContactWorld.Stage(world.Client, "LEAD", "2025-04-01", new() { ["contactId"] = contact });
        Assert.Equal(["BAD_INPUT input.contactId"], await CodesAsync("contacts/RecordContactStage", "recordContactStage", stage));
        var merge = new Dictionary<string, object?> { ["intoId"] = other, ["fromId"] = contact };
        Assert.Equal(["BAD_INPUT input.fromId"], await CodesAsync("contacts/MergeContacts", "mergeContacts", merge));
        var known = await app.SendAsync(
            app.Alpha.StaffToken,
            "contacts/ContactByKey",
            new
            {
                client = world.Client,
                kind = "CRM_ID",
                value = "ann",
            }
        );
        Assert.Equal(JsonValueKind.Null, known.GetProperty("client").GetProperty("contactByKey").ValueKind);
    }

    [Fact]
    public async Task A_merged_contact_goes_with_the_one_that_is_kept_and_not_alone()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var (contact, _) = await BuyerAsync(world);
        var other = (await app.StageAsync(world.Client, "LEAD", "2025-03-01", new() { ["crmId"] = "bob" })).ContactOf();
        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = contact, fromId = other });

        var alone = new Dictionary<string, object?> { ["id"] = other, ["version"] = await world.VersionAsync(other) };
        Assert.Equal(["BAD_INPUT input.id"], await CodesAsync("personal-data/EraseContact", "eraseContact", alone));
        var erased = await world.EraseAsync(contact);

        Assert.Equal(2, erased.GetProperty("erasure").GetProperty("contactCount").GetInt32());
        Assert.Equal(
            0L,
            await app.Database.AsSuperuserAsync(
                $"select count(*) from app.contact_keys where client_id = '{JourneyWorld.KeyOf(world.Client)}'"
            )
        );
    }

    [Fact]
    public async Task Whoever_is_somebody_else_keeps_everything()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var (contact, _) = await BuyerAsync(world);
        await OtherAsync(world);
        var other = (await app.StageAsync(world.Client, "LEAD", "2025-03-01", new() { ["crmId"] = "bob" })).ContactOf();
        var before = (await world.KeptAsync(other)).GetRawText();

        await world.EraseAsync(contact);

        Assert.Equal(before, (await world.KeptAsync(other)).GetRawText());
        Assert.Contains("order of bob", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_may_record_people_and_erase_nobody()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var (contact, _) = await BuyerAsync(world);
        var token = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new { role = "CONTRIBUTOR", label = $"contributor of {world.Client}" }
        );

        var answer = await app.AnswerAsync(
            token.Text("token"),
            "personal-data/EraseContact",
            new { input = new { id = contact, version = 1 } }
        );

        Assert.Equal("FORBIDDEN", answer.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
    }

    private static string KeysOf(string contact) =>
        $"select string_agg(key_hash::text, ' ') from app.contact_keys where contact_id = '{JourneyWorld.KeyOf(contact)}'";

    /// <summary>Somebody with a cookie and a CRM id who touched two channels, bought for 100 and got 30 back.</summary>
    private async Task<(string Contact, string Sale)> BuyerAsync(JourneyWorld world)
    {
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, visitorKey: "cookie");
        await world.TouchAsync("2025-03-02T10:30:00Z", world.Mail, contactReference: "ann");
        var contact = (
            await app.StageAsync(world.Client, "CUSTOMER", "2025-03-10", new() { ["crmId"] = "ann", ["device"] = "cookie" })
        ).ContactOf();
        var sale = await world.SaleAsync(contactReference: "ann");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "sales/RecordRefund",
            new
            {
                saleId = sale,
                occurredOn = "2025-03-20",
                amount = 30m,
            }
        );
        return (contact, sale);
    }

    private static async Task OtherAsync(JourneyWorld world)
    {
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, contactReference: "bob");
        await world.SaleAsync(250m, contactReference: "bob", externalReference: "order of bob");
    }

    private static async Task<string[]> CreditsOrPolicyAsync(JourneyWorld world, string sale)
    {
        await world.PolicyAsync("LINEAR");
        await world.App.DoAsync(world.App.Alpha.OwnerToken, "periods/RevalueClient", new { clientId = world.Client, from = "2025-01-01" });
        return await world.CreditsAsync(sale);
    }

    private async Task<long> VersionOfSaleAsync(string sale)
    {
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            "query ($id: ID!) { node(id: $id) { ... on Sale { version } } }",
            new { id = sale }
        );
        return answer.GetProperty("data").GetProperty("node").Long("version");
    }

    private async Task<string[]> CodesAsync(string operation, string mutation, Dictionary<string, object?> input)
    {
        var answer = await app.SendAsync(app.Alpha.OwnerToken, operation, new { input });
        return
        [
            .. answer
                .GetProperty(mutation)
                .List("errors")
                .Select(error => $"{error.Text("code")} {string.Join('.', error.Strings("path"))}"),
        ];
    }
}
