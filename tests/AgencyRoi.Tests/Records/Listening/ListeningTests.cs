using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Listening;

public sealed class ListeningTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Sentiment_has_an_index_with_an_interval_in_each_place_and_spam_is_counted_apart()
    {
        var client = await app.ClientAsync(app.Alpha);
        foreach (var (sentiment, count) in new[] { ("POSITIVE", 7), ("NEUTRAL", 2), ("NEGATIVE", 1) })
            for (var i = 0; i < count; i++)
                await MentionAsync(client, sentiment);
        await MentionAsync(client, "NEGATIVE", isSpam: true);

        var all = (await ReadAsync(client)).List("sentiment");

        Assert.Equal(4, all.Length);
        Assert.Equal((10L, 1L), (all[0].Long("mentionCount"), all[0].Long("spamCount")));
        // 50 × (1 + (7 - 1) / 10).
        Assert.Equal(80m, all[0].GetProperty("index").GetProperty("expected").GetDecimal());
        Assert.True(all[0].GetProperty("index").GetProperty("low").GetDecimal() < 80m);
        Assert.Equal(0.75m, all[0].GetProperty("netWithoutNeutral").GetDecimal());
        Assert.Equal(JsonValueKind.Null, all.Single(each => each.Text("locus") == "OWN_SITE").GetProperty("index").ValueKind);
        Assert.Equal(0m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task A_month_of_few_ratings_is_drawn_towards_the_prior_and_a_file_can_be_sent_twice()
    {
        var client = await app.ClientAsync(app.Alpha);
        var file =
            "client,external_reference,date,place,stars,is_spam\n"
            + $"{client},1,2025-03-01,Shop,5,\n{client},2,2025-03-31,Shop,4,\n{client},3,2025-03-31,Shop,1,true\n{client},4,2025-03-31,Shop,6,\n";

        Assert.Equal((3, 0, 0, 1), (await app.ImportAsync(app.Alpha.StaffToken, "ratings", file)).Counts());
        Assert.Equal((0, 0, 3, 1), (await app.ImportAsync(app.Alpha.StaffToken, "ratings", file)).Counts());

        var month = Assert.Single((await ReadAsync(client)).List("ratingByMonth"));
        // (10 × 3 + 9) / (10 + 2).
        Assert.Equal((4.5m, 3.25m), (month.GetProperty("mean").GetDecimal(), month.GetProperty("bayesianMean").GetDecimal()));
        Assert.Equal((2L, 1L), (month.Long("ratingCount"), month.Long("spamCount")));
    }

    [Fact]
    public async Task An_audit_shows_gross_and_real_audience_and_earned_media_is_a_memo_in_no_return()
    {
        var client = await app.ClientAsync(app.Alpha);
        var audit = await app.DoAsync(
            app.Alpha.StaffToken,
            "listening/RecordAudienceAudit",
            new
            {
                clientId = client,
                channelId = await app.ChannelAsync(app.Alpha, client),
                occurredOn = "2025-03-10",
                grossFollowers = 10_000m,
                sample = 100m,
                inauthentic = 20m,
                tool = "by hand",
                source = "audit-2025-03.xlsx",
            }
        );

        Assert.Equal(8000m, audit.GetProperty("realFollowers").GetProperty("expected").GetDecimal());
        Assert.Equal(0.2m, audit.GetProperty("inauthenticShare").GetProperty("expected").GetDecimal());
        Assert.True(audit.GetProperty("realFollowers").GetProperty("low").GetDecimal() < 8000m);
        var memo = (await ReadAsync(client)).GetProperty("earnedMediaValue");
        Assert.Equal((2500m, "E"), (memo.Amount("amount"), memo.Text("evidenceGrade")));
        Assert.Equal(0m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task The_same_mention_sent_eight_times_at_once_is_one()
    {
        var client = await app.ClientAsync(app.Alpha);

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MentionAsync(client, "POSITIVE", externalReference: "once")));

        Assert.Single(sent.Select(mention => mention.Text("id")).Distinct());
    }

    private Task<JsonElement> MentionAsync(string clientId, string sentiment, bool isSpam = false, string? externalReference = null) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "listening/RecordMention",
            new
            {
                clientId,
                occurredOn = "2025-03-10",
                locus = "OWN_NETWORKS",
                sentiment,
                labelledBy = "PERSON",
                isSpam,
                externalReference,
            }
        );

    private async Task<JsonElement> ReadAsync(string client) =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "listening/Listening",
                new
                {
                    client,
                    period = Bookkeeping.Period(),
                    impressions = 250_000m,
                    costPerThousand = 10m,
                }
            )
        ).GetProperty("client");
}
