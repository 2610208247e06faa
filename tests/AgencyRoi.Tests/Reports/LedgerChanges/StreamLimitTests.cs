using System.Text.Json;

namespace AgencyRoi.Tests.Reports.LedgerChanges;

/// <summary>A token has as many streams open as it may, of either kind and over any connections, and no more.</summary>
public sealed class StreamLimitTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Most = 50;
    private const string OfSocket =
        """{"message":"At most 50 streams are open at the same time.","extensions":{"code":"LIMIT_EXCEEDED","limit":"TOO_MANY_STREAMS"}}""";

    [Fact]
    public async Task At_the_limit_all_are_served_and_one_past_it_is_refused_until_another_has_ended()
    {
        var client = await app.ClientAsync(app.Alpha);
        var token = app.Alpha.StaffToken;
        using var one = await LiveSocket.SignInAsync(app, token);
        using var other = await LiveSocket.SignInAsync(app, token);
        var streams = await Task.WhenAll(Enumerable.Range(0, Most - 20).Select(_ => FollowAsync(token, client)));
        for (var i = 0; i < 10; i++)
        {
            Assert.StartsWith("""{"type":"next",""", await SubscribeAsync(one, client, $"{i}"));
            Assert.StartsWith("""{"type":"next",""", await SubscribeAsync(other, client, $"{i}"));
        }

        using (var refused = await EventStream.FollowAsync(app, token, client))
        {
            var error = (await refused.NextAsync())!.Value.GetProperty("errors")[0];
            Assert.Equal(
                ("LIMIT_EXCEEDED", "TOO_MANY_STREAMS"),
                (error.GetProperty("extensions").Text("code"), error.GetProperty("extensions").Text("limit"))
            );
            Assert.Null(await refused.NextAsync());
        }
        Assert.Equal($$"""{"type":"error","id":"one-more","payload":[{{OfSocket}}]}""", await SubscribeAsync(other, client, "one-more"));
        Assert.Equal("ADMIN", (await app.AskAsync(token, "{ viewer { role } }")).GetProperty("data").GetProperty("viewer").Text("role"));
        using (var others = await FollowAsync(app.Alpha.OwnerToken, client)) { }

        await one.SendAsync(new { type = "complete", id = "0" });
        Assert.Equal("pong", await PingAsync(one));
        Assert.StartsWith("""{"type":"next",""", await SubscribeAsync(other, client, "one-more"));

        // The server learns a moment later that a caller has left.
        streams[0].Dispose();
        while (!(await SubscribeAsync(one, client, "the-place-of-a-stream")).StartsWith("""{"type":"next",""", StringComparison.Ordinal))
        { }
        foreach (var stream in streams)
            stream.Dispose();
    }

    private async Task<EventStream> FollowAsync(string token, string client)
    {
        var stream = await EventStream.FollowAsync(app, token, client);
        Assert.Equal((client, 0), await stream.VersionAsync());
        return stream;
    }

    private static async Task<string> SubscribeAsync(LiveSocket socket, string client, string id)
    {
        await socket.SubscribeAsync(EventStream.LedgerChanged, new { clientIds = new[] { client } }, id);
        return await socket.ReceiveAsync();
    }

    private static async Task<string> PingAsync(LiveSocket socket)
    {
        await socket.SendAsync(new { type = "ping" });
        return JsonElement.Parse(await socket.ReceiveAsync()).Text("type");
    }
}
