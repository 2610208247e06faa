using AgencyRoi.Tests.Reports.LedgerChanges;
using Microsoft.AspNetCore.Builder;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>Sockets on which nothing runs cost memory all the same: a token has so many and no more.</summary>
public sealed class SocketLimitTests(FewSocketsApp app) : IClassFixture<FewSocketsApp>
{
    [Fact]
    public async Task At_the_limit_all_are_taken_and_one_past_it_is_closed_until_another_has_ended()
    {
        var token = app.Alpha.AnalystToken;
        using var first = await LiveSocket.SignInAsync(app, token);
        using var second = await LiveSocket.SignInAsync(app, token);

        Assert.Equal("1013 At most 2 sockets are open at the same time", await TryAsync(token));
        Assert.Equal("1013 At most 2 sockets are open at the same time", await TryAsync(token, inHeader: true));
        Assert.Equal("connection_ack", await TryAsync(app.Alpha.OwnerToken));

        await first.SendAsync(new { type = "connection_init" });
        Assert.Equal("4429 Too many initialisation requests", await first.ReceiveAsync());
        Assert.Equal("connection_ack", await TryAsync(token));
        await second.SubscribeAsync("{ viewer { role } }");
        Assert.Contains("ANALYST", await second.ReceiveAsync());
    }

    private async Task<string> TryAsync(string token, bool inHeader = false)
    {
        using var socket = inHeader
            ? await LiveSocket.OpenAsync(app, ("Authorization", $"Bearer {token}"))
            : await LiveSocket.OpenAsync(app);
        return await socket.InitAsync(inHeader ? null : new { authorization = $"Bearer {token}" });
    }
}

public sealed class FewSocketsApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["WebSockets:MaxPerToken"] = "2";
    }
}
