using System.Text.Json;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>Whoever asks what is kept of them is found by what they are known by, and nothing is recorded of the question.</summary>
public sealed class ContactByKeyTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Each_kind_of_key_finds_the_contact_in_whatever_form_it_is_written()
    {
        var client = await app.ClientAsync(app.Alpha);
        var stage = await app.StageAsync(
            client,
            "LEAD",
            "2025-03-01",
            new()
            {
                ["email"] = "ada@example.com",
                ["crmId"] = "crm-1",
                ["networkCode"] = "INSTAGRAM",
                ["handle"] = "ada",
                ["device"] = "cookie-1",
            }
        );

        foreach (
            var (kind, value, network) in new (string, string, string?)[]
            {
                ("EMAIL", " Ada@Example.com ", null),
                ("CRM_ID", "crm-1", null),
                ("HANDLE", "@ADA", "INSTAGRAM"),
                ("DEVICE", "cookie-1", null),
            }
        )
            Assert.Equal(stage.ContactOf(), await FindAsync(client, kind, value, network));
        Assert.Null(await FindAsync(client, "HANDLE", "ada", "FACEBOOK"));
        Assert.Null(await FindAsync(client, "CRM_ID", "CRM-1"));
        Assert.Null(await FindAsync(client, "DEVICE", "crm-1"));
        Assert.Null(await FindAsync(await app.ClientAsync(app.Alpha), "EMAIL", "ada@example.com"));
    }

    [Fact]
    public async Task Of_merged_contacts_it_is_the_one_that_is_kept()
    {
        var client = await app.ClientAsync(app.Alpha);
        var kept = (await app.StageAsync(client, "LEAD", "2025-03-01", new() { ["crmId"] = "kept" })).ContactOf();
        var merged = (await app.StageAsync(client, "LEAD", "2025-03-01", new() { ["crmId"] = "merged" })).ContactOf();

        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = kept, fromId = merged });

        Assert.Equal(kept, await FindAsync(client, "CRM_ID", "merged"));
    }

    [Fact]
    public async Task The_question_leaves_nothing_behind()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Null(await FindAsync(client, "EMAIL", "ada@example.com"));

        foreach (var table in new[] { "contacts", "contact_keys", "journey_secrets" })
            Assert.Equal(
                0L,
                await app.Database.AsSuperuserAsync(
                    $"select count(*) from app.{table} where client_id = '{Isolation.IsolationWorld.KeyOf(client)}'"
                )
            );
    }

    [Theory]
    [InlineData("EMAIL", " ", null)]
    [InlineData("HANDLE", "ada-7351938", null)]
    [InlineData("EMAIL", "ada-7351938@example.com", "FACEBOOK")]
    public async Task What_is_no_key_is_refused_in_words_that_do_not_repeat_it(string kind, string value, string? network)
    {
        var answer = await AnswerAsync(await app.ClientAsync(app.Alpha), kind, value, network);

        Assert.Equal("BAD_INPUT", answer.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
        Assert.DoesNotContain("7351938", answer.ToString());
    }

    private async Task<string?> FindAsync(string client, string kind, string value, string? network = null)
    {
        var found = (await AnswerAsync(client, kind, value, network)).GetProperty("data").GetProperty("client").GetProperty("contactByKey");
        return found.ValueKind == JsonValueKind.Null ? null : found.Text("id");
    }

    private Task<JsonElement> AnswerAsync(string client, string kind, string value, string? networkCode) =>
        app.AskAsync(
            app.Alpha.StaffToken,
            "query($client: ID!, $kind: ContactKeyKind!, $value: String!, $networkCode: String) { client(id: $client) { contactByKey(kind: $kind, value: $value, networkCode: $networkCode) { id } } }",
            new
            {
                client,
                kind,
                value,
                networkCode,
            }
        );
}
