using System.Text.Json;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>One person from a visit that nobody knows to oblivion, with the client's figures after each step.</summary>
public sealed class ContactLifeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private JourneyWorld world = null!; // made by the test

    [Fact]
    public async Task Each_step_of_a_life_moves_the_figures_that_it_has_to_and_no_other()
    {
        world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR");
        await DoAsync(
            "contacts/SetContactStageRuleList",
            new { clientId = world.Client, rules = new[] { new { stage = "VISITOR" }, new { stage = "CUSTOMER" } } }
        );

        // Somebody reads the blog. Touches are worth nothing, and a cookie is no contact.
        await world.TouchAsync("2025-03-01T15:00:00Z", world.Blog, visitorKey: "cookie");
        await FiguresAsync("funnel 0/0/0/0/0/0/0, may be used 0, books ");

        // Two accounts on two networks are two contacts: one was reached, the other answered and so was reached too.
        var ada = await StageAsync("ACTIVE", "2025-03-02", handle: "@ada", network: "INSTAGRAM");
        var other = await StageAsync("REACHED", "2025-03-03", handle: "ada.l", network: "LINKEDIN");
        await FiguresAsync("funnel 2/1/0/0/0/0/0, may be used 0, books ");

        // They are one person.
        await DoAsync("contacts/MergeContacts", new { intoId = ada, fromId = other });
        await FiguresAsync("funnel 1/1/0/0/0/0/0, may be used 0, books ");

        // She consents to be profiled.
        var basis = await app.BasisAsync(world.Client, ada, "PROFILING", "2025-03-04");
        await FiguresAsync("funnel 1/1/0/0/0/0/0, may be used 1, books ");

        // She fills in a form: the cookie is hers, and its touch of the first makes her a visitor. A lead has been profiled.
        await app.StageAsync(
            world.Client,
            "LEAD",
            "2025-03-05",
            new()
            {
                ["contactId"] = ada,
                ["crmId"] = "ada",
                ["device"] = "cookie",
            }
        );
        await FiguresAsync("funnel 1/1/1/1/1/0/0, may be used 1, books ");

        // She buys for 100, and the blog is the one touch of her journey.
        var sale = await world.SaleAsync(100m, occurredOn: "2025-03-10", contactReference: "ada");
        await FiguresAsync("funnel 1/1/1/1/1/1/0, may be used 1, books Blog DIRECT 100");

        // A letter that she had opened two days before comes in late: half of 100 each, the last touch direct.
        await world.TouchAsync("2025-03-08T15:00:00Z", world.Mail, contactReference: "ada");
        await FiguresAsync("funnel 1/1/1/1/1/1/0, may be used 1, books Blog ASSISTED 50, Mail DIRECT 50");

        // She is paid 40 back: half of 40 from each. She has bought all the same.
        await app.RefundAsync(
            app.Alpha,
            new
            {
                saleId = sale,
                occurredOn = "2025-03-20",
                amount = 40m,
            }
        );
        const string books = "books Blog ASSISTED 30, Mail DIRECT 30";
        await FiguresAsync($"funnel 1/1/1/1/1/1/0, may be used 1, {books}");

        // She withdraws the consent: she is in no list for that purpose from the day on, and in all sums.
        await DoAsync(
            "contacts/EndContactLegalBasis",
            new
            {
                id = basis.Text("id"),
                version = basis.Long("version"),
                endedFrom = "2025-04-01",
            }
        );
        await FiguresAsync($"funnel 1/1/1/1/1/1/0, may be used 0, {books}");
        Assert.Equal([ada], await UsableAsync("2025-03-31"));

        // The account on the second network was her sister's: reached, and no more.
        await DoAsync("contacts/SplitContact", new { id = other, version = (await app.LifeAsync(other)).Long("version") });
        await FiguresAsync($"funnel 2/1/1/1/1/1/0, may be used 0, {books}");

        // She asks to be forgotten. Sums stay, and nobody finds her.
        await DoAsync("personal-data/EraseContact", new { id = ada, version = (await app.LifeAsync(ada)).Long("version") });
        await FiguresAsync($"funnel 2/1/1/1/1/1/0, may be used 0, {books}");
        Assert.Empty((await app.LifeAsync(ada)).GetProperty("keys").List("nodes"));
        Assert.Equal(["Blog 0.5 ASSISTED", "Mail 0.5 DIRECT"], await world.CreditsAsync(sale));
        await world.CheckAsync();
    }

    private async Task FiguresAsync(string expected)
    {
        var funnel = (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "funnel/Funnel",
                new { client = world.Client, period = new { from = "2025-01-01", to = "2026-01-01" } }
            )
        )
            .GetProperty("client")
            .GetProperty("funnel");
        var counts = string.Join('/', funnel.List("steps").Select(step => step.Long("contactCount")));
        var usable = await UsableAsync("2025-04-01");
        Assert.Equal(expected, $"funnel {counts}, may be used {usable.Count}, books {string.Join(", ", await world.LinesAsync())}");
    }

    private Task<IReadOnlyList<string>> UsableAsync(string on) =>
        app.ContactsAsync(world.Client, $$"""mayBeUsedFor: { purpose: PROFILING, on: "{{on}}" }""");

    private async Task<string> StageAsync(string stage, string on, string handle, string network) =>
        (await app.StageAsync(world.Client, stage, on, new() { ["handle"] = handle, ["networkCode"] = network })).ContactOf();

    private Task<JsonElement> DoAsync(string operation, object input) => app.DoAsync(app.Alpha.StaffToken, operation, input);
}
