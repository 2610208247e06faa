using System.Net;
using AgencyRoi.Access.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>Tokens that nobody uses any more are found, and taken back in one go.</summary>
public sealed class UnusedTokensTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task They_are_listed_and_taken_back_and_no_others()
    {
        var owner = app.Alpha.OwnerToken;
        await IssueAsync("never used");
        var used = await IssueAsync("used lately");
        var restricted = await IssueAsync("restricted", await app.ClientAsync(app.Alpha));
        app.Clock.Advance(TimeSpan.FromDays(30));
        await app.SendAsync(used, "clients/Viewer");
        // The owner's own use is not written yet: they are spared as the one who asks.
        await app.Services.GetRequiredService<TokenUse>().WriteAsync(TestContext.Current.CancellationToken);
        await app.Database.AsSuperuserAsync($"update app.api_tokens set last_used_at = null where id = '{app.Alpha.Owner.Token.Id}'");
        var fresh = await IssueAsync("made today");
        var idleBefore = app.Clock.GetUtcNow().AddDays(-29);

        var listed = await app.SendAsync(owner, "tokens/UnusedApiTokens", new { idleBefore });
        Assert.Equal(["BAD_INPUT input.days"], await app.RefusalAsync(owner, "tokens/RevokeUnusedApiTokens", new { days = 0 }));
        Assert.Equal(["BAD_INPUT input.days"], await app.RefusalAsync(owner, "tokens/RevokeUnusedApiTokens", new { days = 3651 }));
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(restricted, "tokens/RevokeUnusedApiTokens", new { days = 29 }));
        var none = await app.DoAsync(owner, "tokens/RevokeUnusedApiTokens", new { days = 30 });
        var revoked = await app.DoAsync(owner, "tokens/RevokeUnusedApiTokens", new { days = 29 });
        var again = await app.DoAsync(owner, "tokens/RevokeUnusedApiTokens", new { days = 29 });

        string[] labels =
        [
            .. listed.GetProperty("apiTokens").GetProperty("nodes").EnumerateArray().Select(node => node.Text("label")).Order(),
        ];
        Assert.Equal(["alpha Admin", "alpha Analyst", "alpha Owner", "alpha Portal", "never used", "restricted"], labels);
        Assert.Equal([0, 5, 0], new[] { none, revoked, again }.Select(answer => answer.GetProperty("tokenCount").GetInt32()));
        Assert.False(revoked.GetProperty("hasMore").GetBoolean());
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(restricted));
        foreach (var kept in new[] { owner, used, fresh, app.Beta.AnalystToken })
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(kept));
    }

    private async Task<string> IssueAsync(string label, string? client = null)
    {
        var clientIds = client is null ? null : new[] { client };
        var issued = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = "OWNER",
                label,
                clientIds,
            }
        );
        return issued.Text("token");
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var caller = app.As(token);
        using var answer = await caller.GetAsync("/graphql?query=%7Bviewer%7Brole%7D%7D");
        return answer.StatusCode;
    }
}
