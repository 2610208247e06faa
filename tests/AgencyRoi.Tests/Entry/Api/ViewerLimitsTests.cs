using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Entry.Api;
using AgencyRoi.Tests.Access.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>A client is told the limits that it meets, as they are set.</summary>
public sealed class ViewerLimitsTests(ThrottledApp throttled, AgencyApp free) : IClassFixture<ThrottledApp>, IClassFixture<AgencyApp>
{
    private const string OfPortal =
        "{ viewer { limits { operationPoints callerPoints callerPointsPerSecond maxDepth maxAliases listSize maxBodyBytes } } }";

    [Fact]
    public async Task They_are_those_of_the_settings()
    {
        Assert.Equal(
            """
            {"operationPoints":10000,"callerPoints":100,"callerPointsPerSecond":10,"agencyPoints":1000,"agencyPointsPerSecond":100,"rowsPerPoint":10,"maxDepth":10,"maxRootFields":20,"maxAliases":30,"listSize":250,"maxValues":1000,"maxBodyBytes":1048576,"maxUploadBytes":1073741824,"maxStreams":50,"maxSockets":50}
            """,
            await LimitsAsync(throttled, throttled.Fresh())
        );
    }

    [Fact]
    public async Task Where_nothing_is_counted_there_are_no_points()
    {
        Assert.StartsWith(
            """
            {"operationPoints":10000,"callerPoints":null,"callerPointsPerSecond":null,"agencyPoints":null,"agencyPointsPerSecond":null,"rowsPerPoint":null,
            """,
            await LimitsAsync(free, free.Alpha.AnalystToken)
        );
    }

    [Fact]
    public async Task A_portal_is_told_nothing_of_its_agency()
    {
        var answer = await throttled.AskAsync(throttled.FreshPortal(), OfPortal);
        var unknown = await throttled.AskAsync(throttled.FreshPortal(), "{ viewer { limits { agencyPoints } } }");

        Assert.Equal(
            """
            {"operationPoints":10000,"callerPoints":100,"callerPointsPerSecond":10,"maxDepth":10,"maxAliases":30,"listSize":250,"maxBodyBytes":1048576}
            """,
            answer.GetProperty("data").GetProperty("viewer").GetProperty("limits").ToString()
        );
        Assert.Equal("VALIDATION_ERROR", unknown.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
    }

    [Fact]
    public void They_are_what_the_buckets_and_the_engine_have()
    {
        var told = throttled.Services.GetRequiredService<ServiceLimits>().Told;
        var points = throttled.Services.GetRequiredService<RateLimitSettings>();
        var documents = throttled.Services.GetRequiredService<InputLimitSettings>().OfDocuments;

        Assert.Equal((points.Token.Capacity, points.Agency.Capacity), (told.CallerPoints, told.AgencyPoints));
        Assert.Equal((documents.MaxAliases, documents.MaxListLength), (told.MaxAliases, told.ListSize));
    }

    private static async Task<string> LimitsAsync(AgencyApp app, string token) =>
        (await app.SendAsync(token, "tokens/Limits")).GetProperty("viewer").GetProperty("limits").ToString();
}
