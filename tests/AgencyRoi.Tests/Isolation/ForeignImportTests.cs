using System.Net;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Files refer to objects by ids and by references of the caller's own: neither reaches somebody else's, and neither tells that it is there.</summary>
[Collection(IsolationCollection.Name)]
public sealed class ForeignImportTests(IsolationWorld world)
{
    private static readonly (string Kind, string Header, string Row)[] Files =
    [
        (
            "costs",
            "client,external_reference,date,category,amount,currency,channel,campaign,goal",
            "{Client},stolen,2025-03-10,AD_SPEND,1,USD,{Channel},{Campaign},{Goal}"
        ),
        (
            "sales",
            "client,external_reference,date,type,amount,currency,channel,campaign,goal",
            "{Client},stolen,2025-03-10,SALE,1,USD,{Channel},{Campaign},{Goal}"
        ),
        (
            "outcomes",
            "client,external_reference,date,quantity,channel,campaign,goal",
            "{Client},stolen,2025-03-10,1,{Channel},{Campaign},{Goal}"
        ),
        ("refunds", "client,external_reference,date,amount,sale", "{Client},stolen,2025-03-10,1,{Sale}"),
    ];

    private static readonly string[] Slots = ["Client", "Channel", "Campaign", "Goal", "Sale"];

    [Fact]
    public async Task A_file_cannot_write_to_somebody_elses_objects_nor_tell_them_from_nothing()
    {
        var before = await TenantTables.ContentWithoutReportsAsync(world.App.Database, world.App.Alpha.Tenant.Id.Value);

        var log = world.App.Database.WatchLog();
        foreach (
            var (token, own, foreign) in new[]
            {
                (world.App.Beta.OwnerToken, world.StrangersClient, world.FirstClient),
                (world.FirstClient.RestrictedToken, world.FirstClient, world.SecondClient),
            }
        )
        foreach (var (kind, header, row) in Files)
        foreach (
            var places in Slots
                .Where(slot => row.Contains($"{{{slot}}}", StringComparison.Ordinal))
                .Select(slot => new[] { slot })
                .Append(Slots)
        )
        {
            var toForeign = await PostAsync(token, kind, header, row, slot => places.Contains(slot) ? foreign[slot] : own[slot]);
            var toNothing = await PostAsync(token, kind, header, row, slot => places.Contains(slot) ? Ids.Random(slot) : own[slot]);

            Assert.Contains("NOT_FOUND", toForeign);
            Assert.Contains("\"created\":0,\"updated\":0", toForeign);
            Assert.True(toForeign == toNothing, $"{kind}: {toForeign} / {toNothing}");
            Assert.All(foreign.Traces, trace => Assert.DoesNotContain(trace, toForeign));
        }

        Assert.Equal(before, await TenantTables.ContentWithoutReportsAsync(world.App.Database, world.App.Alpha.Tenant.Id.Value));
        Assert.Empty(log.Errors());
    }

    [Fact]
    public async Task The_agencys_rates_are_closed_to_a_token_of_one_client_and_everything_to_a_portal()
    {
        const string rates = "base_currency,quote_currency,date,rate,source\nUSD,EUR,2025-01-01,1,x";

        var (restricted, _) = await world.App.PostFileAsync(world.FirstClient.RestrictedToken, "exchange-rates", rates);
        Assert.Equal(HttpStatusCode.Forbidden, restricted);
        foreach (var kind in new[] { "costs", "sales", "outcomes", "exchange-rates" })
            Assert.Equal(HttpStatusCode.Forbidden, (await world.App.PostFileAsync(world.PortalToken, kind, rates)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.App.PostFileAsync(null, "costs", rates)).Status);
    }

    private async Task<string> PostAsync(string token, string kind, string header, string row, Func<string, string> idOf)
    {
        var filled = Slots.Aggregate(row, (text, slot) => text.Replace($"{{{slot}}}", idOf(slot), StringComparison.Ordinal));
        var (status, answer) = await world.App.PostFileAsync(token, kind, $"{header}\n{filled}");
        Assert.Equal(HttpStatusCode.OK, status);
        // The report's id is new each time.
        return answer.GetRawText().Replace(answer.GetProperty("id").GetString()!, "", StringComparison.Ordinal);
    }
}
