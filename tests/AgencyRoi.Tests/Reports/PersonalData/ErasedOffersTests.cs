using AgencyRoi.Tests.Records.Contacts;
using AgencyRoi.Tests.Records.Contacts.Profiles;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Reports.PersonalData;

/// <summary>Offers to somebody who was erased count as they did, though what said why is gone.</summary>
public sealed class ErasedOffersTests(LoggedApp app) : IClassFixture<LoggedApp>
{
    [Fact]
    public async Task Offers_count_as_before_and_say_no_need()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await app.ProfileAttributeAsync(world.Client, "INTEREST", isNeed: true, values: ["Bread", "Cake"]);
        var kept = (await app.KnownAsync(world.Client, "ann", "INTEREST", "Bread", "2025-03-01")).ContactOf();
        var merged = await OfferAsync(world.Client, "bob", "2025-05-01", "Bread", "ACCEPTED");
        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = kept, fromId = merged });
        await app.BasisAsync(world.Client, kept, "MARKETING", "2025-03-01");
        await OfferAsync(world.Client, "ann", "2025-02-01", "Bread");
        await OfferAsync(world.Client, "ann", "2025-06-01", "Cake", "DECLINED");
        await OfferAsync(world.Client, "ann", "2025-06-02");
        // Legal bases end on the day of the erasure, on which this one was made.
        await OfferAsync(world.Client, "ann", "2026-01-15", "Bread");
        var before = await ReportAsync(world);

        var erased = await world.EraseAsync(kept);

        // Bob's of May and the one of today met the need, cake did not, one named none; in February there was no basis.
        Assert.Equal("1: 4 of 2 1 1", before);
        Assert.Equal(before, await ReportAsync(world));
        Assert.Equal(5, erased.GetProperty("erasure").GetProperty("offerCount").GetInt32());
        Assert.Equal(
            0L,
            await app.Database.AsSuperuserAsync(
                $"""
                select count(*) from app.contact_offers
                where client_id = '{JourneyWorld.KeyOf(world.Client)}' and (need_code is not null or external_reference not like 'erased:%')
                """
            )
        );
    }

    private async Task<string> OfferAsync(string client, string crm, string on, string? need = null, string? answer = null) =>
        (
            await app.DoAsync(
                app.Alpha.StaffToken,
                "profiles/RecordContactOffer",
                new
                {
                    clientId = client,
                    crmId = crm,
                    offerCode = "LOAF",
                    occurredOn = on,
                    needCode = need is null ? null : "INTEREST",
                    needValue = need,
                    answer,
                    answeredOn = answer is null ? null : on,
                }
            )
        ).ContactOf();

    private async Task<string> ReportAsync(JourneyWorld world)
    {
        var report = (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "profiles/OfferReport",
                new { client = world.Client, period = new { from = "2025-01-01", to = "2026-02-01" } }
            )
        )
            .GetProperty("client")
            .GetProperty("offerReport");
        return $"{report.Long("withoutBasisCount")}: {Made("total")} of {Made("needMet")} {Made("needNotMet")} {Made("needNotNamed")}";

        long Made(string part) => report.GetProperty(part).Long("madeCount");
    }
}
