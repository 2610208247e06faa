using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Listening;

/// <summary>Mentions, ratings, audits, volume metrics, survey answers, interaction counts and benefits to consumers are corrected and retracted like any fact, though no money comes of them.</summary>
public sealed class ObservationCorrectionTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    public static TheoryData<string> Kinds =>
        ["Mention", "Rating", "AudienceAudit", "VolumeMetric", "SurveyAnswer", "InteractionCount", "ConsumerBenefit"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_retracted_stays_to_be_seen_and_counts_again_when_it_is_corrected(string kind)
    {
        var made = await RecordAsync(kind, await app.ClientAsync(app.Alpha));

        var corrected = await DoAsync(
            "Correct",
            kind,
            new
            {
                id = made.Text("id"),
                version = 1,
                occurredOn = "2025-03-11",
            }
        );
        var retracted = await DoAsync("Retract", kind, new { id = made.Text("id"), version = 2 });
        var twice = await DoAsync("Retract", kind, new { id = made.Text("id"), version = 3 });
        var again = await DoAsync("Correct", kind, new { id = made.Text("id"), version = 3 });

        Assert.Equal((1L, 1L), (made.Long("revision"), made.Long("version")));
        Assert.Equal((2L, "2025-03-11", null), Card(corrected));
        Assert.Equal((3L, "2025-03-11"), (retracted.Long("revision"), retracted.Text("occurredOn")));
        Assert.NotNull(retracted.GetProperty("retractedAt").GetString());
        Assert.Equal(retracted.ToString(), twice.ToString());
        Assert.Equal((4L, "2025-03-11", null), Card(again));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_old_version_is_a_conflict_and_what_cannot_be_is_refused(string kind)
    {
        var id = (await RecordAsync(kind, await app.ClientAsync(app.Alpha))).Text("id");

        Assert.Equal(["CONFLICT input.version"], await RefusalAsync("Correct", kind, new { id, version = 9 }));
        Assert.Equal(["CONFLICT input.version"], await RefusalAsync("Retract", kind, new { id, version = 9 }));
        Assert.Equal(
            ["BAD_INPUT input.occurredOn"],
            await RefusalAsync(
                "Correct",
                kind,
                new
                {
                    id,
                    version = 1,
                    occurredOn = "1989-12-31",
                }
            )
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_two_at_once_one_is_a_conflict(string kind)
    {
        var id = (await RecordAsync(kind, await app.ClientAsync(app.Alpha))).Text("id");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(day =>
                    app.SendAsync(
                        app.Alpha.StaffToken,
                        OperationOf("Correct", kind),
                        new
                        {
                            input = new
                            {
                                id,
                                version = 1,
                                occurredOn = $"2025-03-0{day}",
                            },
                        }
                    )
                )
        );

        var refused = answers
            .Select(answer => answer.EnumerateObject().Single().Value.GetProperty("errors"))
            .Where(errors => errors.ValueKind != JsonValueKind.Null)
            .ToList();
        Assert.Equal(7, refused.Count);
        Assert.All(refused, errors => Assert.Equal("CONFLICT", errors[0].Text("code")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Another_agencys_is_not_there_and_a_portal_has_no_such_mutation(string kind)
    {
        var id = (await RecordAsync(kind, await app.ClientAsync(app.Alpha))).Text("id");

        foreach (var verb in new[] { "Correct", "Retract" })
        {
            Assert.Equal(
                ["NOT_FOUND input.id"],
                await app.RefusalAsync(app.Beta.StaffToken, OperationOf(verb, kind), new { id, version = 1 })
            );
            var portal = await app.AnswerAsync(app.Alpha.PortalToken, OperationOf(verb, kind), new { input = new { id, version = 1 } });
            Assert.Equal("VALIDATION_ERROR", portal.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
        }
    }

    [Fact]
    public async Task A_retracted_mention_and_a_retracted_rating_enter_no_figure_and_a_file_that_brings_them_again_makes_them_count()
    {
        var client = await app.ClientAsync(app.Alpha);
        var ratings = $"client,external_reference,date,place,stars\n{client},1,2025-03-01,Shop,5\n{client},2,2025-03-31,Shop,4\n";
        var mentions =
            "client,external_reference,date,locus,sentiment,labelled_by\n"
            + $"{client},1,2025-03-01,ELSEWHERE,POSITIVE,PERSON\n{client},2,2025-03-02,ELSEWHERE,NEGATIVE,PERSON\n";
        await app.ImportAsync(app.Alpha.StaffToken, "ratings", ratings);
        await app.ImportAsync(app.Alpha.StaffToken, "mentions", mentions);
        var all = await FiguresAsync(client);

        await RetractAllAsync(client, "ratings", "Rating", "2");
        await RetractAllAsync(client, "mentions", "Mention", "2");
        var without = await FiguresAsync(client);

        Assert.Equal((2L, 4.5m, 2L, 50m), all);
        Assert.Equal((1L, 5m, 1L, 100m), without);
        Assert.Equal((0, 1, 1, 0), (await app.ImportAsync(app.Alpha.StaffToken, "ratings", ratings)).Counts());
        Assert.Equal((0, 1, 1, 0), (await app.ImportAsync(app.Alpha.StaffToken, "mentions", mentions)).Counts());
        Assert.Equal(all, await FiguresAsync(client));
    }

    [Fact]
    public async Task The_audit_before_a_retracted_one_says_again_how_many_followers_are_real()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        await AuditAsync(client, channel, "2025-03-01", 20m);
        var later = await AuditAsync(client, channel, "2025-03-02", 50m);

        Assert.Equal(50m, await RealFollowersAsync(client));
        await DoAsync("Retract", "AudienceAudit", new { id = later.Text("id"), version = 1 });
        Assert.Equal(80m, await RealFollowersAsync(client));
    }

    private static (long, string, string?) Card(JsonElement observation) =>
        (observation.Long("revision"), observation.Text("occurredOn"), observation.GetProperty("retractedAt").GetString());

    private static string OperationOf(string verb, string kind) =>
        $"{kind switch { "VolumeMetric" => "volume-metrics", "SurveyAnswer" => "surveys", "InteractionCount" => "interactions", "ConsumerBenefit" => "consumer-benefits", _ => "listening" }}/{verb}{kind}";

    private Task<JsonElement> DoAsync(string verb, string kind, object input) =>
        app.DoAsync(app.Alpha.StaffToken, OperationOf(verb, kind), input);

    private Task<string[]> RefusalAsync(string verb, string kind, object input) =>
        app.RefusalAsync(app.Alpha.StaffToken, OperationOf(verb, kind), input);

    private async Task<JsonElement> RecordAsync(string kind, string clientId) =>
        kind switch
        {
            "Mention" => await DoAsync(
                "Record",
                kind,
                new
                {
                    clientId,
                    occurredOn = "2025-03-10",
                    locus = "ELSEWHERE",
                    sentiment = "POSITIVE",
                    labelledBy = "PERSON",
                }
            ),
            "Rating" => await DoAsync(
                "Record",
                kind,
                new
                {
                    clientId,
                    occurredOn = "2025-03-10",
                    place = "Shop",
                    stars = 4m,
                }
            ),
            "AudienceAudit" => await AuditAsync(clientId, await app.ChannelAsync(app.Alpha, clientId), "2025-03-10", 20m),
            "VolumeMetric" => await DoAsync(
                "Record",
                kind,
                new
                {
                    clientId,
                    occurredOn = "2025-03-10",
                    clicks = 4m,
                }
            ),
            "SurveyAnswer" => await DoAsync(
                "Record",
                kind,
                new
                {
                    clientId,
                    occurredOn = "2025-03-10",
                    survey = "Yearly",
                    score = 9,
                }
            ),
            "InteractionCount" => await DoAsync(
                "Record",
                kind,
                new
                {
                    clientId,
                    occurredOn = "2025-03-10",
                    channelId = await app.ChannelAsync(app.Alpha, clientId),
                    kind = "SHARE",
                    quantity = 4m,
                }
            ),
            "ConsumerBenefit" => await DoAsync(
                "Record",
                kind,
                new
                {
                    clientId,
                    occurredOn = "2025-03-10",
                    kind = "COUPON",
                    peopleCount = 4m,
                    amount = 20m,
                    currency = "USD",
                    basis = "FACE_VALUE",
                }
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such observation."),
        };

    private Task<JsonElement> AuditAsync(string clientId, string channelId, string occurredOn, decimal inauthentic) =>
        DoAsync(
            "Record",
            "AudienceAudit",
            new
            {
                clientId,
                channelId,
                occurredOn,
                grossFollowers = 100m,
                sample = 100m,
                inauthentic,
                tool = "by hand",
                source = "audit.xlsx",
            }
        );

    private async Task RetractAllAsync(string client, string list, string kind, string reference)
    {
        var nodes = (await ReadAsync(client)).GetProperty(list).List("nodes");
        var id = nodes.Single(node => node.Text("externalReference") == reference).Text("id");
        await DoAsync("Retract", kind, new { id, version = 1 });
    }

    private async Task<(long Ratings, decimal Mean, long Mentions, decimal Index)> FiguresAsync(string client)
    {
        var read = await ReadAsync(client);
        var (month, everywhere) = (Assert.Single(read.List("ratingByMonth")), read.List("sentiment")[0]);
        return (
            month.Long("ratingCount"),
            month.GetProperty("mean").GetDecimal(),
            everywhere.Long("mentionCount"),
            everywhere.GetProperty("index").GetProperty("expected").GetDecimal()
        );
    }

    private async Task<decimal> RealFollowersAsync(string client)
    {
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            "query($client: ID!, $period: PeriodInput!) { compareClients(period: $period, where: { client: { id: { eq: $client } } }) "
                + "{ rows { normalised { realFollowers } } } }",
            new { client, period = Bookkeeping.Period() }
        );
        return answer
            .GetProperty("data")
            .GetProperty("compareClients")
            .List("rows")
            .Single()
            .GetProperty("normalised")
            .GetProperty("realFollowers")
            .GetDecimal();
    }

    private async Task<JsonElement> ReadAsync(string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "listening/Listening", new { client, period = Bookkeeping.Period() })).GetProperty(
            "client"
        );
}
