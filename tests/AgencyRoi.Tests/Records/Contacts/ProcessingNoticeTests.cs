using System.Text.Json;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.Records.Contacts;

public sealed class ProcessingNoticeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_notice_of_a_day_is_the_latest_that_has_begun_and_of_a_day_the_one_set_last()
    {
        var client = await app.ClientAsync(app.Alpha);
        await SetAsync(client, "en", "2025-01-01", "https://one.example");
        await SetAsync(client, "en", "2025-03-01", "https://two.example");
        var third = await SetAsync(client, "en", "2025-03-01", "https://three.example");

        Assert.Equal(2, third.GetProperty("revision").GetInt32());
        Assert.Equal(
            ["", "https://one.example", "https://three.example"],
            [await OnAsync(client, "2024-12-31"), await OnAsync(client, "2025-02-28"), await OnAsync(client, "2025-03-01")]
        );
        Assert.Equal(3, (await AllAsync(client)).Count);
    }

    [Fact]
    public async Task Each_language_has_its_own_and_without_one_the_last_to_begin_holds()
    {
        var client = await app.ClientAsync(app.Alpha);
        await SetAsync(client, "en", "2025-01-01", "https://en.example");
        await SetAsync(client, "fr-CA", "2025-02-01", "https://fr.example");

        Assert.Equal("https://en.example", await OnAsync(client, "2025-02-01", "EN"));
        Assert.Equal("https://fr.example", await OnAsync(client, "2025-02-01", "fr-CA"));
        Assert.Equal("https://fr.example", await OnAsync(client, "2025-02-01"));
        Assert.Equal("", await OnAsync(client, "2025-02-01", "de"));
    }

    [Fact]
    public async Task Purposes_are_each_told_once_and_in_their_order()
    {
        var client = await app.ClientAsync(app.Alpha);

        var notice = await SetAsync(client, "en", "2025-01-01", "https://en.example", "SHARING", "SERVICE", "SHARING");

        Assert.Equal(["SERVICE", "SHARING"], notice.List("purposes").Select(purpose => purpose.GetString()));
    }

    [Theory]
    [InlineData("""{ "language": "English" }""", "language")]
    [InlineData("""{ "purposes": [] }""", "purposes")]
    [InlineData("""{ "url": null }""", "url")]
    [InlineData("""{ "url": "ftp://one.example" }""", "url")]
    [InlineData("""{ "text": " " }""", "text")]
    public async Task What_is_no_notice_is_refused_at_its_field(string given, string field)
    {
        var input = new Dictionary<string, object?>
        {
            ["clientId"] = await app.ClientAsync(app.Alpha),
            ["language"] = "en",
            ["effectiveFrom"] = "2025-01-01",
            ["purposes"] = new[] { "MARKETING" },
            ["url"] = "https://one.example",
        };
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, object?>>(given)!)
            input[name] = value;

        var answer = await app.SendAsync(app.Alpha.StaffToken, "contacts/SetProcessingNotice", new { input });

        var error = answer.GetProperty("setProcessingNotice").List("errors").Single();
        Assert.Equal(("BAD_INPUT", field), (error.Text("code"), error.List("path").Last().GetString()));
    }

    [Fact]
    public async Task The_portal_shows_it_without_anything_being_published()
    {
        var client = await app.ClientAsync(app.Alpha);
        await SetAsync(client, "en", "2025-01-01", "https://one.example");
        var portal = await app.PortalTokenAsync(client);

        var shown = await app.SendAsync(portal, "portal/PublishedProcessingNotice", new { client });

        Assert.Equal("https://one.example", shown.GetProperty("client").GetProperty("processingNotice").Text("url"));
    }

    private Task<JsonElement> SetAsync(string client, string language, string from, string url, params string[] purposes) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "contacts/SetProcessingNotice",
            new
            {
                clientId = client,
                language,
                effectiveFrom = from,
                url,
                purposes = purposes.Length > 0 ? purposes : ["MARKETING"],
            }
        );

    private async Task<string> OnAsync(string client, string on, string? language = null)
    {
        var answer = await NoticesAsync(client, on, language);
        return answer.GetProperty("processingNotice") is { ValueKind: not JsonValueKind.Null } notice ? notice.Text("url") : "";
    }

    private async Task<IReadOnlyList<JsonElement>> AllAsync(string client) =>
        [.. (await NoticesAsync(client, "2025-01-01", language: null)).GetProperty("processingNotices").List("nodes")];

    private async Task<JsonElement> NoticesAsync(string client, string on, string? language) =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "contacts/ProcessingNotices",
                new
                {
                    client,
                    on,
                    language,
                }
            )
        ).GetProperty("client");
}
