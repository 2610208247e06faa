using System.Text.Json;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>Contacts that are one person are merged and split again: what was recorded keeps the contact that it was recorded of.</summary>
public sealed class ContactMergeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_kept_contact_has_what_all_merged_ones_have_and_a_split_gives_each_its_own_back()
    {
        var client = await app.ClientAsync(app.Alpha);
        var ada = await MakeAsync(client, "ada", "VISITOR", "2025-03-01");
        var web = await MakeAsync(client, "web", "CUSTOMER", "2025-03-05");
        await app.BasisAsync(client, web, "PROFILING", "2025-03-01");

        var kept = await MergeAsync(ada, web);
        Assert.Equal((ada, "CUSTOMER"), (kept.Text("id"), kept.Text("stage")));
        Assert.Equal("CUSTOMER 2025-03-05 | CRM_ID CRM_ID | VISITOR CUSTOMER", await app.CardAsync(ada));
        Assert.Equal("CUSTOMER 2025-03-05 | CRM_ID | CUSTOMER", await app.CardAsync(web));
        Assert.True((await app.LifeAsync(ada)).GetProperty("mayBeUsedFor").GetBoolean());
        Assert.Equal([ada], await app.ContactsAsync(client));
        Assert.Equal([ada], await app.ContactsAsync(client, """mayBeUsedFor: { purpose: PROFILING, on: "2025-12-31" }"""));
        Assert.Equal(ada, (await app.LifeAsync(web)).GetProperty("mergedInto").Text("id"));

        // By either key they are one; what comes in now stays with the contact whose key it names.
        var both = await app.StageAsync(client, "REGULAR", "2025-03-09", new() { ["crmId"] = "web", ["email"] = "ada@example.com" });
        Assert.Equal(web, both.ContactOf());
        Assert.StartsWith("REGULAR 2025-03-09 ", await app.CardAsync(ada));

        var split = await SplitAsync(web);
        Assert.Equal((web, JsonValueKind.Null), (split.Text("id"), split.GetProperty("mergedInto").ValueKind));
        Assert.Equal("VISITOR 2025-03-01 | CRM_ID | VISITOR", await app.CardAsync(ada));
        Assert.Equal("REGULAR 2025-03-09 | EMAIL CRM_ID | CUSTOMER REGULAR", await app.CardAsync(web));
        Assert.False((await app.LifeAsync(ada)).GetProperty("mayBeUsedFor").GetBoolean());
        Assert.Equal(2, (await app.ContactsAsync(client)).Count);
    }

    [Fact]
    public async Task The_history_says_who_merged_what_when_and_when_it_was_split()
    {
        var client = await app.ClientAsync(app.Alpha);
        var (one, two) = (await MakeAsync(client, "one", "LEAD", "2025-03-01"), await MakeAsync(client, "two", "LEAD", "2025-03-01"));

        await MergeAsync(one, two);
        await MergeAsync(one, two);
        await SplitAsync(two);
        await MergeAsync(two, one);

        foreach (var contact in new[] { one, two })
        {
            var merges = (await app.LifeAsync(contact)).GetProperty("merges").List("nodes");
            Assert.Equal(
                [$"{two} {one} True", $"{one} {two} False"],
                merges
                    .OrderBy(merge => merge.GetProperty("splitAt").ValueKind == JsonValueKind.Null)
                    .Select(merge =>
                        $"{merge.GetProperty("mergedContact").Text("id")} {merge.GetProperty("into").Text("id")} {merge.GetProperty("splitBy").ValueKind == JsonValueKind.String}"
                    )
            );
            Assert.All(merges, merge => Assert.StartsWith("token:", merge.Text("mergedBy")));
        }
    }

    [Fact]
    public async Task A_circle_another_client_and_a_second_merge_are_refused()
    {
        var (client, other) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        var top = await MakeAsync(client, "top", "LEAD", "2025-03-01");
        var middle = await MakeAsync(client, "middle", "LEAD", "2025-03-01");
        var low = await MakeAsync(client, "low", "LEAD", "2025-03-01");
        var elsewhere = await MakeAsync(other, "top", "LEAD", "2025-03-01");
        await MergeAsync(middle, low);
        await MergeAsync(top, middle);

        Assert.Equal(["BAD_INPUT input.fromId"], await RefusalAsync(top, top));
        Assert.Equal(["BAD_INPUT input.fromId"], await RefusalAsync(low, top));
        Assert.Equal(["BAD_INPUT input.fromId"], await RefusalAsync(elsewhere, top));
        Assert.Equal(["BAD_INPUT input.fromId"], await RefusalAsync(top, low));

        // What was merged into the one that is split goes with it.
        await SplitAsync(middle);
        Assert.Equal(middle, (await app.LifeAsync(low)).GetProperty("keptContact").Text("id"));
        Assert.Equal("LEAD 2025-03-01 | CRM_ID CRM_ID | LEAD LEAD", await app.CardAsync(middle));
        Assert.Equal("LEAD 2025-03-01 | CRM_ID | LEAD", await app.CardAsync(top));
    }

    [Fact]
    public async Task A_fact_that_is_sent_again_stays_with_its_contact_however_that_was_merged_since()
    {
        var client = await app.ClientAsync(app.Alpha);
        var (one, two) = (await MakeAsync(client, "a", "LEAD", "2025-03-01"), await MakeAsync(client, "b", "LEAD", "2025-03-01"));
        await MergeAsync(one, two);
        var stated = ContactWorld.Stage(client, "CUSTOMER", "2025-03-02", new() { ["contactId"] = two, ["externalReference"] = "s" });
        await app.DoAsync(app.Alpha.StaffToken, "contacts/RecordContactStage", stated);

        stated.Remove("contactId");
        stated["crmId"] = "b";
        var again = await app.DoAsync(app.Alpha.StaffToken, "contacts/RecordContactStage", stated);

        Assert.Equal((two, 1L), (again.ContactOf(), again.Long("revision")));
    }

    private async Task<string> MakeAsync(string client, string name, string stage, string on) =>
        (await app.StageAsync(client, stage, on, new() { ["crmId"] = name })).ContactOf();

    private Task<JsonElement> MergeAsync(string into, string from) =>
        app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = into, fromId = from });

    private async Task<JsonElement> SplitAsync(string id) =>
        await app.DoAsync(app.Alpha.StaffToken, "contacts/SplitContact", new { id, version = (await app.LifeAsync(id)).Long("version") });

    private Task<string[]> RefusalAsync(string into, string from) =>
        app.RefusalAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = into, fromId = from });
}
