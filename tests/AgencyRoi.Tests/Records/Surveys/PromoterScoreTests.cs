using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Surveys;

/// <summary>Answers from 0 to 10 make a net promoter score with its interval, and no money.</summary>
public sealed class PromoterScoreTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,survey,score,answer_count\n";

    [Fact]
    public async Task Seventy_promoters_and_ten_detractors_of_a_hundred_are_sixty_with_an_interval()
    {
        var client = await app.ClientAsync(app.Alpha);
        var file =
            $"{Header}{client},1,2025-03-01,Yearly,10,40\n{client},2,2025-03-02,Yearly,9,30\n{client},3,2025-03-31,Yearly,8,15\n"
            + $"{client},4,2025-04-01,Yearly,7,5\n{client},5,2025-04-02,Yearly,6,4\n{client},6,2025-04-03,Yearly,0,6\n";

        Assert.Equal((6, 0, 0, 0), (await app.ImportAsync(app.Alpha.StaffToken, "survey-answers", file)).Counts());
        Assert.Equal((0, 0, 6, 0), (await app.ImportAsync(app.Alpha.StaffToken, "survey-answers", file)).Counts());
        var read = await ReadAsync(client);

        // 100 × (70 - 10) / 100; 60 ± 1.959964 × 100 × √((0.7 + 0.1 - 0.36) / 100) = 60 ± 13.000930.
        Assert.Equal("100 70 20 10 60 46.99907 73.00093 null", Card(read.GetProperty("promoterScore")));
        Assert.Equal(
            ["2025-03-01 85", "2025-04-01 15"],
            read.List("promoterScoreByMonth")
                .Select(month => $"{month.Text("month")} {month.GetProperty("promoterScore").GetProperty("answerCount").GetDecimal():0}")
        );
        // No promoter, five passives, ten detractors of fifteen.
        Assert.Equal(-66.666667m, read.List("promoterScoreByMonth")[1].GetProperty("promoterScore").GetProperty("score").GetDecimal());
        Assert.Equal(0m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task Without_an_answer_the_score_is_undefined_and_one_group_has_no_interval()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal("0 0 0 0 null null null NO_ANSWERS", Card((await ReadAsync(client)).GetProperty("promoterScore")));
        var answer = await RecordAsync(client, 9);
        Assert.Equal("1 1 0 0 100 null null null", Card((await ReadAsync(client)).GetProperty("promoterScore")));

        await app.DoAsync(
            app.Alpha.StaffToken,
            "surveys/CorrectSurveyAnswer",
            new
            {
                id = answer.Text("id"),
                version = 1,
                score = 6,
            }
        );
        Assert.Equal("1 0 0 1 -100 null null null", Card((await ReadAsync(client)).GetProperty("promoterScore")));

        await app.DoAsync(app.Alpha.StaffToken, "surveys/RetractSurveyAnswer", new { id = answer.Text("id"), version = 2 });
        Assert.Equal("NO_ANSWERS", (await ReadAsync(client)).GetProperty("promoterScore").Text("undefinedReason"));
    }

    [Fact]
    public async Task A_survey_is_named_without_the_blanks_around_it_and_another_ones_answers_are_left_out()
    {
        var client = await app.ClientAsync(app.Alpha);
        await RecordAsync(client, 10, survey: " After support ");
        await RecordAsync(client, 2, survey: "Yearly");

        Assert.Equal("1 1 0 0 100 null null null", Card((await ReadAsync(client, "After support")).GetProperty("promoterScore")));
        Assert.Equal("2 1 0 1 0", Card((await ReadAsync(client)).GetProperty("promoterScore"))[..9]);
    }

    [Fact]
    public async Task What_nobody_can_answer_is_refused_at_its_field()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal(["BAD_INPUT input.score"], await RefusalAsync(client, 11));
        Assert.Equal(["BAD_INPUT input.score"], await RefusalAsync(client, -1));
        Assert.Equal(["BAD_INPUT input.answerCount"], await RefusalAsync(client, 9, 0m));
        Assert.Equal(["BAD_INPUT input.answerCount"], await RefusalAsync(client, 9, 1.5m));
        Assert.Equal(["NEGATIVE_AMOUNT input.answerCount"], await RefusalAsync(client, 9, -1m));
    }

    private static string Card(JsonElement score) =>
        string.Join(
            ' ',
            from name in new[]
            {
                "answerCount",
                "promoterCount",
                "passiveCount",
                "detractorCount",
                "score",
                "low",
                "high",
                "undefinedReason",
            }
            let value = score.GetProperty(name)
            select value.ValueKind switch
            {
                JsonValueKind.Null => "null",
                JsonValueKind.Number => value.GetDecimal().ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
                _ => value.GetString(),
            }
        );

    private Task<JsonElement> RecordAsync(string clientId, int score, string survey = "Yearly") =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "surveys/RecordSurveyAnswer",
            new
            {
                clientId,
                occurredOn = "2025-03-10",
                survey,
                score,
            }
        );

    private Task<string[]> RefusalAsync(string clientId, int score, decimal answerCount = 1m) =>
        app.RefusalAsync(
            app.Alpha.StaffToken,
            "surveys/RecordSurveyAnswer",
            new
            {
                clientId,
                occurredOn = "2025-03-10",
                survey = "Yearly",
                score,
                answerCount,
            }
        );

    private async Task<JsonElement> ReadAsync(string client, string? survey = null) =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "surveys/PromoterScore",
                new
                {
                    client,
                    period = Bookkeeping.Period(),
                    survey,
                }
            )
        ).GetProperty("client");
}
