using System.Text.Json;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Reports.LedgerChanges;
using Npgsql;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>A token may be limited to some permissions of its role; and nobody takes back a token that may do more than their own.</summary>
public sealed class TokenScopesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_token_may_do_what_its_role_and_its_scopes_both_allow()
    {
        var (issued, text) = await IssueAsync(app.Alpha.OwnerToken, "ANALYST", ["IMPORT_FILES", "READ_DATA", "READ_DATA"]);
        var viewer = (await app.SendAsync(text, "clients/Viewer")).GetProperty("viewer");

        Assert.Equal(["READ_DATA", "IMPORT_FILES"], issued.Strings("scopes"));
        Assert.Equal(["READ_DATA", "IMPORT_FILES"], issued.Strings("permissions"));
        Assert.Equal(["READ_DATA", "IMPORT_FILES"], viewer.Strings("scopes"));
        Assert.Equal(["READ_DATA", "IMPORT_FILES"], viewer.Strings("permissions"));
    }

    [Fact]
    public async Task Without_scopes_it_may_do_all_that_its_role_allows()
    {
        var (issued, text) = await IssueAsync(app.Alpha.OwnerToken, "READ_ONLY", scopes: null);
        var viewer = (await app.SendAsync(text, "clients/Viewer")).GetProperty("viewer");

        Assert.Equal(JsonValueKind.Null, issued.GetProperty("scopes").ValueKind);
        Assert.Equal(JsonValueKind.Null, viewer.GetProperty("scopes").ValueKind);
        Assert.Equal(["READ_PUBLISHED", "READ_DATA"], viewer.Strings("permissions"));
    }

    [Fact]
    public async Task A_scope_outside_of_the_role_is_refused_and_named()
    {
        object Wanted(params string[] scopes) =>
            new
            {
                role = "ANALYST",
                label = "Too much",
                scopes,
            };

        var answer = await app.AnswerAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new { input = Wanted("READ_DATA", "PUBLISH", "MANAGE_TOKENS") }
        );

        Assert.Contains("The role ANALYST does not have PUBLISH, MANAGE_TOKENS:", answer.ToString());
        Assert.Equal(["BAD_INPUT input.scopes"], await RefusedAsync(Wanted("PUBLISH")));
        Assert.Equal(["BAD_INPUT input.scopes"], await RefusedAsync(Wanted()));
    }

    [Fact]
    public async Task A_scoped_maker_gives_out_no_role_with_more_than_it_has()
    {
        var (_, maker) = await IssueAsync(app.Alpha.OwnerToken, "OWNER", ["READ_PUBLISHED", "READ_DATA", "MANAGE_TOKENS"]);

        await IssueAsync(maker, "READ_ONLY", scopes: null);
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(maker, "tokens/CreateApiToken", new { role = "ANALYST", label = "More" }));
        Assert.Equal(
            ["FORBIDDEN"],
            await app.RefusalAsync(
                maker,
                "tokens/CreateApiToken",
                new
                {
                    role = "ANALYST",
                    label = "More",
                    scopes = new[] { "READ_DATA" },
                }
            )
        );
    }

    [Fact]
    public async Task A_token_whose_scopes_were_changed_is_served_no_longer_on_its_streams()
    {
        var (issued, text) = await IssueAsync(app.Alpha.OwnerToken, "ANALYST", ["READ_DATA", "RECORD_FACTS"]);
        using var stream = await EventStream.FollowAsync(app, text, await app.ClientAsync(app.Alpha));
        await stream.VersionAsync();

        await app.Database.AsSuperuserAsync(
            $"update app.api_tokens set scopes = array['READ_DATA'] where id = '{IsolationWorld.KeyOf(issued.Text("id"))}'"
        );

        Assert.Equal(
            ("The token's rights have changed.", "UNAUTHENTICATED"),
            await stream.EndAsync(EventStream.Within(TimeSpan.FromSeconds(5)))
        );
    }

    [Fact]
    public async Task Without_the_right_to_read_it_sees_what_it_writes_and_nothing_that_this_leads_to()
    {
        var client = await app.ClientAsync(app.Alpha);
        var (_, writer) = await IssueAsync(app.Alpha.OwnerToken, "ANALYST", ["RECORD_FACTS", "IMPORT_FILES"]);
        const string record = """
            mutation($input: RecordCostInput!) {
              recordCost(input: $input) { cost { id version amount { amount } } errors { __typename } }
            }
            """;
        const string reading = """
            mutation($input: RecordCostInput!) {
              recordCost(input: $input) { cost { client { name costs { totalCount } } } }
            }
            """;
        var cost = Bookkeeping.NewCost(client);

        var nodes = await app.AskAsync(
            writer,
            "query($id: ID!) { node(id: $id) { id ... on Client { name } } nodes(ids: [$id]) { id } }",
            new { id = client }
        );
        var recorded = await app.AskAsync(writer, record, new { input = cost });
        var beyond = await app.AskAsync(writer, reading, new { input = cost });

        Assert.Equal(2, nodes.GetProperty("errors").GetArrayLength());
        Assert.All(
            nodes.GetProperty("errors").EnumerateArray(),
            error => Assert.Equal("FORBIDDEN", error.GetProperty("extensions").Text("code"))
        );
        Assert.Equal(1, recorded.GetProperty("data").GetProperty("recordCost").GetProperty("cost").GetProperty("version").GetInt32());
        Assert.DoesNotContain("totalCount", beyond.ToString());
        Assert.Contains("FORBIDDEN", beyond.GetProperty("errors").ToString());
    }

    [Fact]
    public async Task Nobody_takes_back_a_token_that_may_do_more()
    {
        var (_, admin) = await IssueAsync(app.Alpha.OwnerToken, "ADMIN", scopes: null);
        var (owner, ownerText) = await IssueAsync(app.Alpha.OwnerToken, "OWNER", scopes: null);
        var (scopedOwner, _) = await IssueAsync(app.Alpha.OwnerToken, "OWNER", ["READ_DATA", "MANAGE_TOKENS"]);
        var (finance, _) = await IssueAsync(app.Alpha.OwnerToken, "FINANCE", scopes: null);
        var (_, scopedAdmin) = await IssueAsync(app.Alpha.OwnerToken, "ADMIN", ["READ_DATA", "MANAGE_TOKENS"]);

        Assert.Equal(["FORBIDDEN input.id"], await RevocationAsync(admin, owner));
        Assert.Equal(["FORBIDDEN input.id"], await RevocationAsync(scopedAdmin, finance));
        Assert.Empty(await RevocationAsync(scopedAdmin, scopedOwner));
        Assert.Empty(await RevocationAsync(admin, finance));
        Assert.Equal("OWNER", (await app.SendAsync(ownerText, "clients/Viewer")).GetProperty("viewer").Text("role"));
    }

    [Fact]
    public async Task Nor_with_what_a_token_made_nor_as_unused()
    {
        var (_, admin) = await IssueAsync(app.Alpha.OwnerToken, "ADMIN", scopes: null);
        var (root, _) = await IssueAsync(app.Alpha.OwnerToken, "ADMIN", scopes: null);
        var (owner, _) = await IssueAsync(app.Alpha.OwnerToken, "OWNER", scopes: null);
        var (below, _) = await IssueAsync(app.Alpha.OwnerToken, "OWNER", ["READ_DATA"]);
        var (rootId, ownerId, belowId) = (KeyOf(root), KeyOf(owner), KeyOf(below));
        await app.Database.AsSuperuserAsync(
            $"""
            update app.api_tokens set issuer_id = '{rootId}', created_at = created_at - interval '90 days' where id in ('{ownerId}', '{belowId}')
            """
        );

        var revoked = await app.DoAsync(admin, "tokens/RevokeApiToken", new { id = root.Text("id"), withAllItMade = true });
        await app.DoAsync(admin, "tokens/RevokeUnusedApiTokens", new { days = 60 });

        Assert.Equal(1, revoked.GetProperty("madeByItCount").GetInt32());
        Assert.Equal(1L, await CountAsync($"id = '{belowId}' and revoked_at is not null"));
        Assert.Equal(1L, await CountAsync($"id = '{ownerId}' and revoked_at is null"));
    }

    [Fact]
    public async Task The_database_knows_the_same_scopes_as_the_code_and_takes_no_others()
    {
        var all = string.Join(", ", Enum.GetValues<Permission>().Select(permission => $"'{EnumText<Permission>.ToText(permission)}'"));
        var id = app.Alpha.Analyst.Token.Id;

        await SetAsync($"array[{all}]");
        await SetAsync("null");
        await Assert.ThrowsAsync<PostgresException>(() => SetAsync("array['FLY']"));
        await Assert.ThrowsAsync<PostgresException>(() => SetAsync("array['READ_DATA', null]"));
        await Assert.ThrowsAsync<PostgresException>(() => SetAsync("array[]::text[]"));

        Task<object?> SetAsync(string scopes) =>
            app.Database.AsSuperuserAsync($"update app.api_tokens set scopes = {scopes} where id = '{id}'");
    }

    private static Guid KeyOf(JsonElement token) => IsolationWorld.KeyOf(token.Text("id"));

    private async Task<long> CountAsync(string where) =>
        (long)(await app.Database.AsSuperuserAsync($"select count(*) from app.api_tokens where {where}"))!;

    private async Task<(JsonElement Token, string Text)> IssueAsync(string by, string role, string[]? scopes)
    {
        var issued = await app.DoAsync(
            by,
            "tokens/CreateApiToken",
            new
            {
                role,
                label = TokenLabel.Another("scoped"),
                scopes,
            }
        );
        return (issued.GetProperty("apiToken"), issued.Text("token"));
    }

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.OwnerToken, "tokens/CreateApiToken", input);

    private async Task<string[]> RevocationAsync(string by, JsonElement token)
    {
        var answer = await app.AnswerAsync(by, "tokens/RevokeApiToken", new { input = new { id = token.Text("id") } });
        var errors = answer.GetProperty("data").GetProperty("revokeApiToken").GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null
            ? []
            : [.. errors.EnumerateArray().Select(error => $"{error.Text("code")} {string.Join('.', error.Strings("path"))}")];
    }
}
