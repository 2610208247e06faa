namespace AgencyRoi.Tests.Reports.ReportingLag;

public sealed class ProvisionalRoiTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    // The clock stands at 2026-01-15 10:00 UTC: still the 15th in New York.
    [InlineData("2025-12-01", "2026-01-12", null)]
    [InlineData("2025-12-01", "2026-01-13", "2026-01-12")]
    [InlineData("2026-01-14", "2026-02-01", "2026-01-14")]
    public async Task Of_a_client_that_is_new_the_last_three_days_are_provisional(string from, string to, string? expected)
    {
        var client = await app.ClientAsync(app.Alpha);

        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            "query($client: ID!, $period: PeriodInput!) { client(id: $client) { roi(period: $period) { provisionalFrom } } }",
            new { client, period = Bookkeeping.Period(from, to) }
        );

        Assert.Equal(expected, answer.GetProperty("data").GetProperty("client").GetProperty("roi").Text("provisionalFrom"));
    }
}
