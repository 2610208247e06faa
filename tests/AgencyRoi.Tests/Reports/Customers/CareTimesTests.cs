using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Reports.Customers;

/// <summary>Complaints say how fast they were answered and solved, and the ones without an answer are not left out.</summary>
public sealed class CareTimesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_median_counts_what_was_never_answered_as_slowest()
    {
        var client = await app.ClientAsync(app.Alpha);
        await CasesAsync(client, ("1", "10"), ("2", ""), ("30", "40"), ("", ""), ("4", "8"));

        var times = await ReadAsync(client);

        Assert.Equal((5L, 4L), (times.Long("caseCount"), times.Long("answeredCount")));
        Assert.Equal(0.8m, times.GetProperty("answeredShare").GetProperty("expected").GetDecimal());
        // 1, 2 and 4 of five are within the 24 hours that were promised.
        Assert.Equal(0.6m, times.GetProperty("inTimeShare").GetProperty("expected").GetDecimal());
        // Of 1, 2, 4, 30, never; of the three that were solved.
        Assert.Equal("5 4 null null null", Card(times.GetProperty("firstAnswer")));
        Assert.Equal("3 10 null null null", Card(times.GetProperty("resolution")));
    }

    [Fact]
    public async Task Where_most_were_never_answered_there_is_no_median_and_without_cases_none_either()
    {
        var (client, quiet) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        await CasesAsync(client, ("1", ""), ("", ""));

        var times = await ReadAsync(client);

        Assert.Equal("2 null null null MOSTLY_UNANSWERED", Card(times.GetProperty("firstAnswer")));
        Assert.Equal("0 null null null NOT_MEASURED", Card(times.GetProperty("resolution")));
        Assert.Equal("0 null null null NO_CASES", Card((await ReadAsync(quiet)).GetProperty("firstAnswer")));
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(quiet)).GetProperty("answeredShare").ValueKind);
    }

    [Fact]
    public async Task Six_cases_have_an_interval_that_stays_open_where_its_end_was_never_answered()
    {
        var client = await app.ClientAsync(app.Alpha);
        await CasesAsync(client, ("1", ""), ("2", ""), ("3", ""), ("5", ""), ("8", ""), ("", ""));

        Assert.Equal("6 4 1 null null", Card((await ReadAsync(client)).GetProperty("firstAnswer")));
    }

    [Fact]
    public async Task What_is_solved_before_it_is_answered_is_refused() =>
        Assert.Equal(["2 hours_to_resolution BAD_INPUT"], (await ImportAsync(await app.ClientAsync(app.Alpha), [("9", "8")])).Errors());

    private async Task CasesAsync(string client, params (string Answer, string Solved)[] cases) =>
        Assert.Equal((cases.Length, 0, 0, 0), (await ImportAsync(client, cases)).Counts());

    private Task<JsonElement> ImportAsync(string client, (string Answer, string Solved)[] cases) =>
        app.ImportAsync(
            app.Alpha.StaffToken,
            "care-cases",
            "client,external_reference,date,currency,hours_to_answer,hours_to_resolution,target_hours,fairness,witness_audience,audit_sample,"
                + "audit_inauthentic,seen_share,customer_share,retention_gain,margin\n"
                + string.Concat(
                    cases.Select(
                        (each, number) =>
                            $"{client},{number},2025-03-1{number},USD,{each.Answer},{each.Solved},24,1,5000,200,18,0.1,0.2,0.02,50\n"
                    )
                )
        );

    private static string Card(JsonElement median) =>
        string.Join(
            ' ',
            from name in new[] { "caseCount", "hours", "low", "high", "undefinedReason" }
            let value = median.GetProperty(name)
            select value.ValueKind == JsonValueKind.Null ? "null" : value.ToString()
        );

    private async Task<JsonElement> ReadAsync(string client)
    {
        var read = (
            await app.SendAsync(app.Alpha.StaffToken, "customers/CareTimes", new { client, period = Bookkeeping.Period() })
        ).GetProperty("client");
        var times = read.GetProperty("careTimes");
        // All cases are of one month.
        Assert.All(read.List("careTimesByMonth"), month => Assert.Equal(times.ToString(), month.GetProperty("careTimes").ToString()));
        return times;
    }
}
