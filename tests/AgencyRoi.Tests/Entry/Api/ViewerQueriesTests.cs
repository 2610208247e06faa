namespace AgencyRoi.Tests.Entry.Api;

public sealed class ViewerQueriesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_viewer_follows_from_the_token()
    {
        Assert.Equal(
            """{"role":"OWNER","currency":"USD","permissions":["READ_PUBLISHED","READ_DATA","READ_CONTACTS","READ_FINANCES","RECORD_FACTS","RECORD_CONTACTS","ERASE_CONTACTS","IMPORT_FILES","WRITE_CLIENT_DATA","WRITE_AGENCY_DATA","WRITE_FINANCES","PUBLISH","MANAGE_TOKENS","MANAGE_MEMBERS","MANAGE_OWNERS"],"scopes":null,"clients":null,"agency":{"slug":"alpha","name":"Agency alpha","currency":"USD","timeZone":"UTC"}}""",
            await ViewerAsync(app.Alpha.OwnerToken)
        );
        Assert.StartsWith(
            """{"role":"ANALYST","currency":"EUR","permissions":["READ_PUBLISHED","READ_DATA","READ_CONTACTS","RECORD_FACTS","RECORD_CONTACTS","IMPORT_FILES","WRITE_CLIENT_DATA"],"scopes":null,"clients":null""",
            await ViewerAsync(app.Beta.AnalystToken)
        );
        Assert.StartsWith(
            """{"role":"PORTAL","currency":"EUR","permissions":["READ_PUBLISHED"],"scopes":null,"clients":[]""", // its client was never created
            await ViewerAsync(app.Beta.PortalToken)
        );
    }

    [Fact]
    public async Task A_mutation_whose_second_field_is_refused_keeps_the_first_and_nothing_of_the_second()
    {
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            """
            mutation M($good: CreateClientInput!, $bad: CreateClientInput!, $other: CreateClientInput!) {
              first: createClient(input: $good) { client { name } }
              second: createClient(input: $bad) { client { name } errors { ... on Error { code } } }
              third: createClient(input: $other) { client { name channels { nodes { name } } } errors { ... on Error { code } } }
            }
            """,
            new
            {
                good = Clientele.NewClient("Kept"),
                bad = Clientele.NewClient("Lost", "QQQ"),
                other = Clientele.NewClient("Kept too"),
            }
        );
        var clients = await app.SendAsync(app.Alpha.OwnerToken, "clients/Clients");

        Assert.Equal("""[{"code":"BAD_INPUT"}]""", answer.GetProperty("data").GetProperty("second").GetProperty("errors").ToString());
        Assert.Equal(
            ["Kept", "Kept too"],
            clients.GetProperty("clients").GetProperty("nodes").EnumerateArray().Select(client => client.Text("name"))
        );
    }

    private async Task<string> ViewerAsync(string token) =>
        (await app.AskAsync(token, "{ viewer { role currency permissions scopes clients { id } agency { slug name currency timeZone } } }"))
            .GetProperty("data")
            .GetProperty("viewer")
            .ToString();
}
