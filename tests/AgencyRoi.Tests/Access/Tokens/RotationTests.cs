using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Reports.LedgerChanges;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>A token gets a successor that is like it, and then ends: its holder changes over without a moment in which neither is good.</summary>
public sealed class RotationTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Rotate = "tokens/RotateApiToken";

    [Fact]
    public async Task The_successor_is_like_the_token_and_comes_in_its_place()
    {
        var client = await app.ClientAsync(app.Alpha);
        var made = await MakeAsync(
            app.Alpha.OwnerToken,
            new
            {
                role = "ANALYST",
                label = TokenLabel.Another("rotated"),
                clientIds = new[] { client },
                scopes = new[] { "READ_DATA", "RECORD_FACTS" },
                trustedDocumentsOnly = true,
                expiresAt = "2026-02-14T10:00:00Z",
            }
        );

        app.Clock.Advance(TimeSpan.FromDays(10));
        var successor = await RotateAsync(app.Alpha.OwnerToken, made);
        var old = await TokenAsync(made.Id);

        foreach (var same in new[] { "role", "label", "clients", "scopes", "permissions", "trustedDocumentsOnly" })
            Assert.Equal(made.Card.GetProperty(same).ToString(), successor.Card.GetProperty(same).ToString());
        Assert.Equal(made.Id, successor.Card.GetProperty("predecessor").Text("id"));
        Assert.Equal(successor.Id, old.GetProperty("successor").Text("id"));
        // Thirty days from its own making, and a day for the old one.
        Assert.Equal(app.Clock.GetUtcNow().AddDays(30), successor.Card.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal(app.Clock.GetUtcNow().AddDays(1), old.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(made.Text));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(successor.Text));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(made.Text));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(successor.Text));
    }

    [Fact]
    public async Task A_token_renews_itself_whatever_its_role_and_no_other()
    {
        var (mine, other) = (await MakeAsync(app.Alpha.OwnerToken, "READ_ONLY"), await MakeAsync(app.Alpha.OwnerToken, "READ_ONLY"));

        var successor = await RotateAsync(mine.Text, mine);
        var again = await RotateAsync(successor.Text, successor);

        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(again.Text, Rotate, new { id = other.Id }));
        // Whose rights it has is known to those who manage tokens, and not to itself.
        Assert.Equal(mine.Card.GetProperty("issuer").Text("id"), (await TokenAsync(again.Id)).GetProperty("issuer").Text("id"));
        Assert.Equal(JsonValueKind.Null, again.Card.GetProperty("issuer").ValueKind);
        Assert.Equal(JsonValueKind.Null, again.Card.GetProperty("expiresAt").ValueKind);
        Assert.Equal(successor.Card.Text("createdBy"), $"token:{IsolationWorld.KeyOf(mine.Id)}");
    }

    [Fact]
    public async Task It_goes_no_further_than_the_token_that_made_it_was_to_go()
    {
        var end = app.Clock.GetUtcNow().AddDays(5);
        var maker = await MakeAsync(app.Alpha.OwnerToken, "OWNER", end);
        var made = await MakeAsync(maker.Text, "READ_ONLY", end);
        var brief = await MakeAsync(maker.Text, "READ_ONLY", app.Clock.GetUtcNow().AddDays(2));

        app.Clock.Advance(TimeSpan.FromDays(1));
        var renewed = await RotateAsync(made.Text, made);
        var twice = await RotateAsync(renewed.Text, renewed);
        var whole = await RotateAsync(brief.Text, brief);
        var byOwner = await RotateAsync(app.Alpha.OwnerToken, twice);

        Assert.Equal(end, twice.Card.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal(app.Clock.GetUtcNow().AddDays(2), whole.Card.GetProperty("expiresAt").GetDateTimeOffset());
        // The renewed token had four days left when it was made, and the owner's never ends.
        Assert.Equal(app.Clock.GetUtcNow().AddDays(4), byOwner.Card.GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_old_one_ends_after_the_overlap_and_never_later_than_it_would_have()
    {
        var soon = app.Clock.GetUtcNow().AddMinutes(10);
        var ending = await MakeAsync(app.Alpha.OwnerToken, "READ_ONLY", soon);
        var atOnce = await MakeAsync(app.Alpha.OwnerToken, "READ_ONLY");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(atOnce.Text));

        await RotateAsync(ending.Text, ending, overlapMinutes: 43_200);
        var successor = await RotateAsync(atOnce.Text, atOnce, overlapMinutes: 0);

        Assert.Equal(soon, (await TokenAsync(ending.Id)).GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(atOnce.Text));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(successor.Text));
        foreach (var overlapMinutes in new[] { -1, 43_201 })
            Assert.Equal(
                ["BAD_INPUT input.overlapMinutes"],
                await app.RefusalAsync(successor.Text, Rotate, new { id = successor.Id, overlapMinutes })
            );
    }

    [Fact]
    public async Task Without_an_overlap_it_is_refused_in_every_process_and_its_streams_end()
    {
        await using var other = await app.StartAnotherAsync();
        var token = await MakeAsync(app.Alpha.OwnerToken, "ANALYST");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(token.Text, other.Address));
        var clientIds = new[] { await app.ClientAsync(app.Alpha) };
        using var stream = await EventStream.OpenAsync(app, token.Text, new { clientIds }, address: other.Address);
        await stream.VersionAsync();

        await RotateAsync(token.Text, token, overlapMinutes: 0);

        Assert.Equal("The token has expired.", (await stream.EndAsync(EventStream.Within(TimeSpan.FromSeconds(5)))).Message);
        // A notice comes when it comes; without one the other process would go on for ever, since its clock stands still.
        while (await StatusAsync(token.Text, other.Address) != HttpStatusCode.Unauthorized)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    [Fact]
    public async Task Sent_again_it_is_refused_until_the_unused_successor_is_to_be_replaced()
    {
        var token = await MakeAsync(app.Alpha.OwnerToken, "READ_ONLY", app.Clock.GetUtcNow().AddDays(3));
        var lost = await RotateAsync(token.Text, token);

        Assert.Equal(["ALREADY_EXISTS input.id"], await app.RefusalAsync(token.Text, Rotate, new { id = token.Id }));
        var found = await RotateAsync(token.Text, token, replacesUnused: true);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(lost.Text));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(found.Text));
        // As long as it was to last when it was made, not as long as the overlap leaves it.
        Assert.Equal(app.Clock.GetUtcNow().AddDays(3), found.Card.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal(found.Id, (await TokenAsync(token.Id)).GetProperty("successor").Text("id"));
    }

    [Fact]
    public async Task A_successor_in_use_is_not_replaced_and_its_use_is_seen()
    {
        var token = await MakeAsync(app.Alpha.OwnerToken, "READ_ONLY");
        var successor = await RotateAsync(token.Text, token);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(successor.Text));
        await app.Services.GetRequiredService<TokenUse>().WriteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["ALREADY_EXISTS input.id"], await app.RefusalAsync(token.Text, Rotate, new { id = token.Id, replacesUnused = true }));
        Assert.Equal(app.Clock.GetUtcNow(), await LastUsedAsync(successor.Id));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(successor.Text));
    }

    [Fact]
    public async Task A_token_that_may_do_more_or_reaches_further_or_has_ended_or_is_anothers_is_not_rotated()
    {
        var admin = await MakeAsync(app.Alpha.OwnerToken, "ADMIN");
        var owner = await MakeAsync(app.Alpha.OwnerToken, "OWNER");
        var narrow = await MakeAsync(
            app.Alpha.OwnerToken,
            new
            {
                role = "OWNER",
                label = TokenLabel.Another("narrow"),
                clientIds = new[] { await app.ClientAsync(app.Alpha) },
            }
        );
        var trusted = await MakeAsync(
            app.Alpha.OwnerToken,
            new
            {
                role = "OWNER",
                label = TokenLabel.Another("trusted"),
                trustedDocumentsOnly = true,
            }
        );
        var revoked = await MakeAsync(app.Alpha.OwnerToken, "READ_ONLY");
        await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id = revoked.Id });

        Assert.Equal(["FORBIDDEN input.id"], await app.RefusalAsync(admin.Text, Rotate, new { id = owner.Id }));
        Assert.Equal(["NOT_FOUND input.id"], await app.RefusalAsync(narrow.Text, Rotate, new { id = owner.Id }));
        Assert.Contains("FORBIDDEN", await AsTrustedAsync(trusted, admin));
        Assert.Equal(["NOT_FOUND input.id"], await app.RefusalAsync(app.Beta.OwnerToken, Rotate, new { id = owner.Id }));
        Assert.Equal(["BAD_INPUT input.id"], await app.RefusalAsync(app.Alpha.OwnerToken, Rotate, new { id = revoked.Id }));
        Assert.Contains("aroi_", await AsTrustedAsync(trusted, trusted));
    }

    [Fact]
    public async Task Taken_back_with_all_that_it_made_its_successors_go_too()
    {
        var maker = await MakeAsync(app.Alpha.OwnerToken, "ADMIN");
        var made = await MakeAsync(maker.Text, "READ_ONLY");
        var renewed = await RotateAsync(made.Text, made);
        var byOwner = await RotateAsync(app.Alpha.OwnerToken, renewed);
        var ofMaker = await RotateAsync(maker.Text, maker);

        var revoked = await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id = maker.Id, withAllItMade = true });

        Assert.Equal(4, revoked.GetProperty("madeByItCount").GetInt32());
        foreach (var gone in new[] { maker, made, renewed, byOwner, ofMaker })
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(gone.Text));
    }

    private async Task<string> AsTrustedAsync(Made by, Made token)
    {
        using var caller = app.As(by.Text);
        using var answer = await caller.PostAsJsonAsync(
            "/graphql",
            new { documentId = Rotate, variables = new { input = new { id = token.Id } } }
        );
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<DateTimeOffset?> LastUsedAsync(string id)
    {
        var answer = await app.AskAsync(
            app.Alpha.OwnerToken,
            "query($id: ID!) { apiTokens(where: { id: { eq: $id } }) { nodes { lastUsedAt } } }",
            new { id }
        );
        return answer.GetProperty("data").GetProperty("apiTokens").GetProperty("nodes")[0].GetProperty("lastUsedAt").GetDateTimeOffset();
    }

    private async Task<JsonElement> TokenAsync(string id)
    {
        var answer = await app.AskAsync(
            app.Alpha.OwnerToken,
            "query($id: ID!) { apiTokens(where: { id: { eq: $id } }) { nodes { expiresAt rotatedAt issuer { id } successor { id } } } }",
            new { id }
        );
        return answer.GetProperty("data").GetProperty("apiTokens").GetProperty("nodes")[0];
    }

    private Task<Made> MakeAsync(string by, string role, DateTimeOffset? expiresAt = null) =>
        MakeAsync(
            by,
            new
            {
                role,
                label = TokenLabel.Another("rotated"),
                expiresAt,
            }
        );

    private async Task<Made> MakeAsync(string by, object input) => Made.Of(await app.DoAsync(by, "tokens/CreateApiToken", input));

    private async Task<Made> RotateAsync(string by, Made token, int overlapMinutes = 1440, bool replacesUnused = false) =>
        Made.Of(
            await app.DoAsync(
                by,
                Rotate,
                new
                {
                    id = token.Id,
                    overlapMinutes,
                    replacesUnused,
                }
            )
        );

    private async Task<HttpStatusCode> StatusAsync(string token, Uri? address = null)
    {
        using var caller = app.As(token);
        using var answer = await caller.GetAsync(new Uri(address ?? app.Address, "/graphql?documentId=clients/Viewer"));
        return answer.StatusCode;
    }

    private sealed record Made(string Id, string Text, JsonElement Card)
    {
        public static Made Of(JsonElement issued)
        {
            var card = issued.GetProperty("apiToken");
            return new Made(card.Text("id"), issued.Text("token"), card);
        }
    }
}
