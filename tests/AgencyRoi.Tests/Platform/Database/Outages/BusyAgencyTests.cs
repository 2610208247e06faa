using System.Net;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database.Outages;

/// <summary>An agency that asks for more than its share waits by itself.</summary>
public sealed class BusyAgencyTests(OutageApp app) : IClassFixture<OutageApp>
{
    private const string Clients = "{ clients(first: 1) { nodes { id } } }";
    private const string Networks = "{ networks { code } }";
    private const int Others = 18;

    [Fact]
    public async Task The_agency_gets_429_in_time_while_another_is_answered_and_readiness_does_not_fail()
    {
        // Both tokens are known, so that only sessions are waited for.
        await app.PostAsync(app.Alpha.OwnerToken, Networks);
        await app.PostAsync(app.Beta.OwnerToken, Networks);
        await using var holder = new NpgsqlConnection(app.Database.SuperuserConnection);
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; lock table app.clients in access exclusive mode", holder);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var slow = Enumerable.Range(0, Others).Select(_ => app.PostAsync(app.Alpha.OwnerToken, Clients)).ToArray();
        var other = await app.PostAsync(app.Beta.OwnerToken, Networks);
        using var anyone = app.As(null);
        using var ready = await anyone.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var answers = await Task.WhenAll(slow);

        Assert.Contains((429, 1, "THROTTLED"), answers.Select(answer => (answer.Status, answer.RetryAfter ?? 0, answer.Code ?? "")));
        Assert.Equal(200, other.Status);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 429, 503 }));
        // Whoever had a place waited for the lock until it gave up.
        Assert.Contains(answers, answer => answer.Status == 503);
    }
}
