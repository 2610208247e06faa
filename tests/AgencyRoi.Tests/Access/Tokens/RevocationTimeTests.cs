using System.Net;
using AgencyRoi.Platform.Database;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Reports.LedgerChanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>
/// A revoked token is refused on two instances of one database within five seconds, whether the notice of it is heard or not. REVOCATION_TRIES makes
/// another number of tries; the longest of them is printed.
/// </summary>
public sealed class RevocationTimeTests(RealTimeApp app) : IClassFixture<RealTimeApp>
{
    private const int AtATime = 10;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private static int Tries => int.TryParse(Environment.GetEnvironmentVariable("REVOCATION_TRIES"), out var tries) ? tries : 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Requests_streams_and_sockets_of_a_revoked_token_end_on_both_instances(bool isTold)
    {
        await using var other = await app.StartAnotherAsync();
        var client = await app.ClientAsync(app.Alpha);
        var longest = new Times();
        foreach (var batch in Enumerable.Range(0, Tries).Chunk(AtATime))
        foreach (var times in await Task.WhenAll(batch.Select(_ => TryAsync(other.Address, client, isTold))))
            longest = longest.OrLonger(times);

        var how = isTold ? "told" : "untold";
        TestContext.Current.SendDiagnosticMessage($"Longest of {Tries} revocations, {how}: {longest}");
        await File.AppendAllTextAsync(
            Path.Combine(Path.GetTempPath(), "agency-roi-revocation-times.txt"),
            $"{Tries} {how}: {longest}\n",
            Stop
        );
        Assert.True(longest.Longest <= Most, $"{longest}");
    }

    private async Task<Times> TryAsync(Uri other, string client, bool isTold)
    {
        var input = new { role = "ANALYST", label = TokenLabel.Another("timed") };
        var issued = await app.DoAsync(app.Alpha.OwnerToken, "tokens/CreateApiToken", input);
        var (id, token) = (issued.GetProperty("apiToken").Text("id"), issued.Text("token"));
        var clientIds = new[] { client };
        using var stream = await EventStream.OpenAsync(app, token, new { clientIds }, address: other);
        await stream.VersionAsync();
        using var socket = await LiveSocket.SignInAsync(app, token, other);
        await socket.SubscribeAsync(EventStream.LedgerChanged, new { clientIds });
        await socket.ReceiveAsync();
        using var caller = app.As(token);
        foreach (var address in new[] { app.Address, other })
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(caller, address));

        var begin = TimeProvider.System.GetTimestamp();
        if (isTold)
            await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id });
        else
            await app.Database.AsSuperuserAsync($"update app.api_tokens set revoked_at = now() where id = '{IsolationWorld.KeyOf(id)}'");
        var revoked = TimeProvider.System.GetElapsedTime(begin);
        // A request in flight when the revocation is committed may still be answered: counted from when the revoker had the answer.
        var (here, there) = (UntilRefusedAsync(caller, app.Address), UntilRefusedAsync(caller, other));
        var (events, closed) = (UntilEndAsync(stream), UntilClosedAsync(socket));
        return new Times(await here - revoked, await there - revoked, await events - revoked, await closed - revoked);

        async Task<TimeSpan> UntilRefusedAsync(HttpClient by, Uri address)
        {
            while (await StatusAsync(by, address) != HttpStatusCode.Unauthorized)
                await Task.Yield();
            return TimeProvider.System.GetElapsedTime(begin);
        }

        async Task<TimeSpan> UntilEndAsync(EventStream ending)
        {
            Assert.Equal("The token was revoked.", (await ending.EndAsync(EventStream.Patience)).Message);
            return TimeProvider.System.GetElapsedTime(begin);
        }

        async Task<TimeSpan> UntilClosedAsync(LiveSocket ending)
        {
            Assert.Equal("4403 The token was revoked.", await ending.ReceiveAsync(EventStream.Patience));
            return TimeProvider.System.GetElapsedTime(begin);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient caller, Uri address)
    {
        using var answer = await caller.GetAsync(new Uri(address, "/graphql?query=%7Bviewer%7Brole%7D%7D"), Stop);
        return answer.StatusCode;
    }

    private readonly record struct Times(TimeSpan Request, TimeSpan RequestElsewhere, TimeSpan EventsElsewhere, TimeSpan SocketElsewhere)
    {
        public TimeSpan Longest => Max(Max(Request, RequestElsewhere), Max(EventsElsewhere, SocketElsewhere));

        public Times OrLonger(Times other) =>
            new(
                Max(Request, other.Request),
                Max(RequestElsewhere, other.RequestElsewhere),
                Max(EventsElsewhere, other.EventsElsewhere),
                Max(SocketElsewhere, other.SocketElsewhere)
            );

        public override string ToString() =>
            $"requests {Request.TotalMilliseconds:0} ms, elsewhere {RequestElsewhere.TotalMilliseconds:0} ms, events {EventsElsewhere.TotalMilliseconds:0} ms, sockets {SocketElsewhere.TotalMilliseconds:0} ms";

        private static TimeSpan Max(TimeSpan one, TimeSpan another) => one > another ? one : another;
    }
}

/// <summary>The product by the clock on the wall.</summary>
public sealed class RealTimeApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Services.AddSingleton<TimeProvider>(DatabaseClock.Instance);
        // Each try is refused more than once from one address, and a hundred of them would close it.
        builder.Configuration["SignIn:FailuresPerAddress"] = "0";
    }
}
