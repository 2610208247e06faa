using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Contacts.Profiles;

/// <summary>Offers are measured against the need that was known on their day; one without a legal basis for marketing is recorded and in no rate.</summary>
public sealed class ContactOfferTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Period = """period: { from: "2025-01-01", to: "2026-01-01" }""";

    [Fact]
    public async Task Offers_are_counted_by_whether_the_need_was_met_on_their_day()
    {
        var client = await ClientAsync();
        foreach (var (crm, interest) in new[] { ("ann", "Bread"), ("ben", "Bread"), ("cat", "Cake"), ("dan", "Bread") })
        {
            var contact = (await app.KnownAsync(client, crm, "INTEREST", interest, "2025-03-01")).ContactOf();
            if (crm != "dan")
                await app.BasisAsync(client, contact, "MARKETING", "2025-03-01");
        }
        await app.KnownAsync(client, "ben", "INTEREST", "Cake", "2025-06-01");
        await OfferAsync(client, "ann", "LOAF", "2025-05-01", "Bread", "ACCEPTED");
        await OfferAsync(client, "ben", "LOAF", "2025-05-01", "Bread", "DECLINED");
        await OfferAsync(client, "ben", "LOAF", "2025-06-01", "Bread");
        await OfferAsync(client, "cat", "LOAF", "2025-05-01", "Bread", "ACCEPTED");
        await OfferAsync(client, "cat", "BAG", "2025-05-01");
        await OfferAsync(client, "ann", "LOAF", "2025-02-28", "Bread", "ACCEPTED");
        await OfferAsync(client, "dan", "LOAF", "2025-05-01", "Bread", "ACCEPTED");

        var report = await ReportAsync(client);

        // Dan has no basis, and Ann had none in February. Of the other five: Ann and Ben wanted bread in May; in June Ben wanted cake, as Cat did.
        Assert.Equal(2, report.Long("withoutBasisCount"));
        Assert.Equal("5 3 2 0.6 0.4", Rates(report.GetProperty("total")));
        Assert.Equal("2 2 1 1 0.5", Rates(report.GetProperty("needMet")));
        Assert.Equal("2 1 1 0.5 0.5", Rates(report.GetProperty("needNotMet")));
        Assert.Equal("1 0 0 0 0", Rates(report.GetProperty("needNotNamed")));
        Assert.Equal(
            ["LOAF 4 3 2 0.75 0.5", "BAG 1 0 0 0 0"],
            report.List("byOffer").Select(row => $"{row.Text("offerCode")} {Rates(row.GetProperty("rates"))}")
        );
        // By Wilson: 1 of 2 is 0.5, and (0.5 + 0.96036 ± 1.95996 × √(0.125 + 0.24009)) ÷ 2.92073 are 0.094531 and 0.905469.
        var acceptance = report.GetProperty("needMet").GetProperty("acceptanceRate");
        Assert.Equal((0.094531m, 0.905469m), (acceptance.GetProperty("low").GetDecimal(), acceptance.GetProperty("high").GetDecimal()));
    }

    [Fact]
    public async Task The_basis_and_the_need_are_those_of_all_that_a_kept_contact_has()
    {
        var client = await ClientAsync();
        var into = (await OfferAsync(client, "ann", "LOAF", "2025-05-01", "Bread", "ACCEPTED")).ContactOf();
        var from = (await app.KnownAsync(client, "bob", "INTEREST", "Bread", "2025-03-01")).ContactOf();
        await app.BasisAsync(client, from, "MARKETING", "2025-03-01");

        Assert.Equal("0 0 0  NO_OFFERS", Rates((await ReportAsync(client)).GetProperty("needMet")));
        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = into, fromId = from });
        Assert.Equal("1 1 1 1 1", Rates((await ReportAsync(client)).GetProperty("needMet")));
    }

    [Fact]
    public async Task An_answer_comes_by_a_correction_and_what_is_taken_back_is_in_no_figure()
    {
        var client = await ClientAsync();
        var offer = await OfferAsync(client, "ann", "LOAF", "2025-05-01");
        await app.BasisAsync(client, offer.ContactOf(), "MARKETING", "2025-03-01");

        Assert.Equal(["BAD_INPUT input.answeredOn"], await CorrectionAsync(new { answer = "ACCEPTED" }));
        Assert.Equal(["BAD_INPUT input.answeredOn"], await CorrectionAsync(new { answer = "ACCEPTED", answeredOn = "2025-04-30" }));
        Assert.Equal(["BAD_INPUT input.answeredOn"], await CorrectionAsync(new { answer = "ACCEPTED", answeredOn = "2027-04-30" }));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "profiles/CorrectContactOffer",
            new
            {
                id = offer.Text("id"),
                version = 1,
                answer = "ACCEPTED",
                answeredOn = "2025-05-01",
            }
        );
        Assert.Equal("1 1 1 1 1", Rates((await ReportAsync(client)).GetProperty("total")));

        await app.DoAsync(app.Alpha.StaffToken, "profiles/RetractContactOffer", new { id = offer.Text("id"), version = 2 });
        Assert.Equal("0 0 0  NO_OFFERS", Rates((await ReportAsync(client)).GetProperty("total")));

        Task<string[]> CorrectionAsync(object change)
        {
            var input = JsonSerializer.SerializeToNode(change)!.AsObject();
            (input["id"], input["version"]) = (offer.Text("id"), 1);
            return app.RefusalAsync(app.Alpha.StaffToken, "profiles/CorrectContactOffer", input);
        }
    }

    [Fact]
    public async Task A_file_brings_offers_once_and_refuses_needs_that_no_attribute_says()
    {
        var client = await ClientAsync();
        await app.ProfileAttributeAsync(client, "TOWN");
        var file =
            "client,external_reference,date,offer,need,need_value,answer,answered_on,email\n"
            + $"{client},1,2025-03-01,LOAF,INTEREST,Bread,ACCEPTED,2025-03-02,ann@example.com\n{client},2,2025-03-01,LOAF,INTEREST,Soup,,,ann@example.com\n"
            + $"{client},3,2025-03-01,LOAF,TOWN,Ghent,,,ann@example.com\n{client},4,2025-03-01,LOAF,HAT,56,,,ann@example.com\n{client},5,2025-03-01,LOAF,INTEREST,,,,ann@example.com\n";

        var first = await app.ImportAsync(app.Alpha.StaffToken, "contact-offers", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "contact-offers", file);

        Assert.Equal(((1, 0, 0, 4), (0, 0, 1, 4)), (first.Counts(), again.Counts()));
        Assert.Equal(["3 need_value BAD_INPUT", "4 need BAD_INPUT", "5 need NOT_FOUND", "6 need BAD_INPUT"], first.Errors());
    }

    private async Task<string> ClientAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "INTEREST", isNeed: true, values: ["Bread", "Cake"]);
        return client;
    }

    private Task<JsonElement> OfferAsync(string client, string crm, string offer, string on, string? need = null, string? answer = null) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "profiles/RecordContactOffer",
            new
            {
                clientId = client,
                crmId = crm,
                offerCode = offer,
                occurredOn = on,
                needCode = need is null ? null : "INTEREST",
                needValue = need,
                answer,
                answeredOn = answer is null ? null : on,
            }
        );

    private async Task<JsonElement> ReportAsync(string client)
    {
        const string rates =
            "{ madeCount answeredCount acceptedCount responseRate { expected } acceptanceRate { expected low high } undefinedReason }";
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            $$"""
            { client(id: "{{client}}") { offerReport({{Period}}) {
              withoutBasisCount total {{rates}} needMet {{rates}} needNotMet {{rates}} needNotNamed {{rates}}
              byOffer { offerCode rates {{rates}} } byChannel { channel { id } rates {{rates}} }
            } } }
            """
        );
        return answer.GetProperty("data").GetProperty("client").GetProperty("offerReport");
    }

    private static string Rates(JsonElement rates)
    {
        var counts = $"{rates.Long("madeCount")} {rates.Long("answeredCount")} {rates.Long("acceptedCount")}";
        return $"{counts} {Of("responseRate")} {Of("acceptanceRate")}{rates.GetProperty("undefinedReason")}";

        string Of(string name) =>
            rates.GetProperty(name) is { ValueKind: JsonValueKind.Object } rate ? $"{rate.GetProperty("expected")}" : "";
    }
}
