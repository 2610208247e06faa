using System.Net;
using System.Text.Json;

namespace AgencyRoi.Tests.Access.Tokens;

public sealed class ApiTokenMutationsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_token_works_until_it_is_taken_back_and_its_text_is_nowhere_to_be_read()
    {
        var issued = await IssueAsync(new { role = "ANALYST", label = "The importer" });
        var (text, id) = (issued.Text("token"), issued.GetProperty("apiToken").Text("id"));
        Assert.Equal("ANALYST", (await app.SendAsync(text, "clients/Viewer")).GetProperty("viewer").Text("role"));

        var list = await app.SendAsync(app.Alpha.OwnerToken, "tokens/ApiTokens");
        var revoked = await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id });
        using var caller = app.As(text);
        using var answer = await caller.PostAsync("/graphql", null);

        Assert.Contains("The importer", list.ToString());
        Assert.DoesNotContain(text, list.ToString());
        Assert.Equal("2026-01-15T10:00:00Z", revoked.GetProperty("apiToken").Text("revokedAt"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Only_those_who_run_the_agency_deal_with_tokens()
    {
        var answer = await app.AnswerAsync(app.Alpha.AnalystToken, "tokens/ApiTokens");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("apiTokens").ValueKind);
        Assert.Equal("FORBIDDEN", Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions").Text("code"));
    }

    /// <summary>The house account is closed to every token that is restricted to clients, and so to one that would be restricted to it.</summary>
    [Fact]
    public async Task A_token_is_not_restricted_to_the_house_account()
    {
        await app.ClientAsync(app.Alpha);
        var answer = await app.AskAsync(
            app.Alpha.OwnerToken,
            "{ clients(includeHouse: true, where: { kind: { eq: HOUSE } }) { nodes { id } } }"
        );
        var house = Assert.Single(answer.GetProperty("data").GetProperty("clients").List("nodes")).Text("id");

        Assert.Equal(
            ["NOT_FOUND input.clientIds"],
            await RefusedAsync(
                new
                {
                    role = "ANALYST",
                    label = "House",
                    clientIds = new[] { house },
                }
            )
        );
    }

    [Fact]
    public async Task A_token_names_clients_of_its_agency_and_ends_in_the_future()
    {
        var foreign = await app.ClientAsync(app.Beta);

        Assert.Equal(
            ["NOT_FOUND input.clientIds"],
            await RefusedAsync(
                new
                {
                    role = "PORTAL",
                    label = "Foreign",
                    clientIds = new[] { foreign },
                }
            )
        );
        Assert.Equal(["BAD_INPUT input.clientIds"], await RefusedAsync(new { role = "PORTAL", label = "Nobody" }));
        Assert.Equal(
            ["BAD_INPUT input.clientIds"],
            await RefusedAsync(
                new
                {
                    role = "ANALYST",
                    label = "None",
                    clientIds = Array.Empty<string>(),
                }
            )
        );
        Assert.Equal(
            ["BAD_INPUT input.expiresAt"],
            await RefusedAsync(
                new
                {
                    role = "ANALYST",
                    label = "Late",
                    expiresAt = "2026-01-15T10:00:00Z",
                }
            )
        );
    }

    [Fact]
    public async Task Sent_again_it_is_refused_until_the_first_token_is_revoked_since_its_text_is_not_shown_twice()
    {
        var wanted = new { role = "ANALYST", label = "Answer lost" };
        var first = (await IssueAsync(wanted)).GetProperty("apiToken");

        Assert.Equal(["ALREADY_EXISTS input.label"], await RefusedAsync(wanted));
        Assert.Equal(1, await CountAsync("Answer lost"));

        await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id = first.Text("id") });
        await IssueAsync(wanted);
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_one_token()
    {
        var wanted = new { input = new { role = "ANALYST", label = "At once" } };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => app.SendAsync(app.Alpha.OwnerToken, "tokens/CreateApiToken", wanted))
        );

        Assert.Single(
            answers,
            answer => answer.GetProperty("createApiToken").GetProperty("issuedApiToken").ValueKind == JsonValueKind.Object
        );
        Assert.Equal(1, await CountAsync("At once"));
    }

    [Fact]
    public async Task A_label_may_come_again_for_other_clients_in_another_role_from_another_token_and_after_the_end()
    {
        var (one, other) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        object For(string role, string client) =>
            new
            {
                role,
                label = "Portal",
                clientIds = new[] { client },
            };
        await IssueAsync(For("PORTAL", one));

        await IssueAsync(For("PORTAL", other));
        await IssueAsync(For("ANALYST", one));
        var owner = (await IssueAsync(new { role = "OWNER", label = "Another owner" })).Text("token");
        await app.DoAsync(owner, "tokens/CreateApiToken", For("PORTAL", one));

        await app.Database.AsSuperuserAsync(
            "update app.api_tokens set created_at = '2026-01-14', expires_at = '2026-01-15' where label = 'Portal'"
        );
        await IssueAsync(For("PORTAL", one));
    }

    private async Task<int> CountAsync(string label)
    {
        const string query = "query($label: String!) { apiTokens(where: { label: { eq: $label } }) { totalCount } }";
        var answer = await app.AskAsync(app.Alpha.OwnerToken, query, new { label });
        return answer.GetProperty("data").GetProperty("apiTokens").GetProperty("totalCount").GetInt32();
    }

    private Task<JsonElement> IssueAsync(object input) => app.DoAsync(app.Alpha.OwnerToken, "tokens/CreateApiToken", input);

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.OwnerToken, "tokens/CreateApiToken", input);
}
