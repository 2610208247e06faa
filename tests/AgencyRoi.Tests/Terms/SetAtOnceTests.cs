using System.Text.Json;

namespace AgencyRoi.Tests.Terms;

/// <summary>Terms of the agency that several set for one day at once are all kept, one after the other.</summary>
public sealed class SetAtOnceTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int AtOnce = 12;

    [Fact]
    public Task Evidence_policies() =>
        AllAsync("periods/SetEvidencePolicy", new { effectiveFrom = "2025-06-01", factors = GradeFactors.Of(1m, 0.75m, 0.5m, 0.25m, 0m) });

    [Fact]
    public Task Reporting_delays() =>
        AllAsync(
            "reporting-delays/SetReportingDelay",
            new
            {
                effectiveFrom = "2025-06-01",
                costCategory = "AD_SPEND",
                days = 3,
            }
        );

    private async Task AllAsync(string operation, object input)
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, AtOnce).Select(_ => app.AnswerAsync(app.Alpha.OwnerToken, operation, new { input }))
        );

        Assert.All(
            answers,
            answer =>
            {
                Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
                Assert.Equal(
                    JsonValueKind.Null,
                    answer.GetProperty("data").EnumerateObject().Single().Value.GetProperty("errors").ValueKind
                );
            }
        );
    }
}
