using System.Net;
using AgencyRoi.Access.Members;
using Microsoft.AspNetCore.Builder;

namespace AgencyRoi.Tests.Access.Members;

/// <summary>Whoever tries secrets or tokens is stopped soon, and others at the same address who are known are served all the same.</summary>
public sealed class MemberTriesTests(LimitedMembersApp app) : IClassFixture<LimitedMembersApp>
{
    [Fact]
    public async Task Secrets_and_access_tokens_are_tried_as_often_as_any_credential()
    {
        var member = await app.MemberAsync(app.Alpha);
        var late = MembersApp.NewSubject();
        var secret = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(late));
        var absent = $"{InvitationText.New()}";
        Assert.Equal(HttpStatusCode.OK, (await app.AskAsAsync(member.Token)).Status);

        // What is none is no try.
        for (var i = 0; i < LimitedMembersApp.MostFailures; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await app.AcceptAsync(member.Token, "nonsense")).Status);
        for (var i = 0; i < LimitedMembersApp.MostFailures; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await app.AcceptAsync(member.Token, absent)).Status);
        using var statements = new StatementCounter(app.Database);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.AcceptAsync(app.SignIn(late), secret)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.AskAsAsync(app.SignIn(late))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.AskAsAsync(member.Token[..^4] + "AAAA")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.AskAsAsync("a.b.c")).Status);
        Assert.Empty(statements.Texts);
        Assert.Equal(HttpStatusCode.OK, (await app.AskAsAsync(member.Token)).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await app.AcceptAsync(app.SignIn(late), secret)).Status);
    }
}

/// <summary>The same with a low limit of failures.</summary>
public sealed class LimitedMembersApp(PostgresFixture postgres) : MembersApp(postgres)
{
    internal const int MostFailures = 3;

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["SignIn:FailuresPerAddress"] = $"{MostFailures}";
    }
}
