using System.Text.Json;

namespace AgencyRoi.Tests.Records.Contacts.Profiles;

/// <summary>Profiles of a client's contacts are counted where a legal basis for profiling holds on the day, and nowhere else.</summary>
public sealed class ContactProfilesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Completeness_is_known_by_wanted_of_those_who_may_be_profiled_together()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "INTEREST", values: ["Bread", "Cake", "Pie"]);
        await app.ProfileAttributeAsync(client, "TOWN");
        await app.ProfileAttributeAsync(client, "HAT", isWanted: false);
        foreach (var (crm, interest) in new[] { ("ann", "Bread"), ("ben", "Cake"), ("cat", "Cake"), ("dan", "Pie") })
        {
            var contact = (await app.KnownAsync(client, crm, "INTEREST", interest, "2025-03-01")).ContactOf();
            if (crm != "dan")
                await app.BasisAsync(client, contact, "PROFILING", "2025-04-01");
        }
        await app.KnownAsync(client, "ann", "TOWN", "Ghent", "2025-03-01");
        await app.KnownAsync(client, "ann", "INTEREST", "Cake", "2025-09-01");
        await app.KnownAsync(client, "dan", "TOWN", "Ghent", "2025-03-01");

        // Three may be profiled: 3 interests and 1 town of 2 x 3. Dan is left out with all that is known of him.
        Assert.Equal(
            "3 without 1: 0.666667 | HAT 0 0 | INTEREST 3 1 Bread=1 Cake=2 Pie=0 | TOWN 1 0.333333",
            await ShownAsync(client, "2025-08-31")
        );
        Assert.Equal(
            "3 without 1: 0.666667 | HAT 0 0 | INTEREST 3 1 Bread=0 Cake=3 Pie=0 | TOWN 1 0.333333",
            await ShownAsync(client, "2025-09-01")
        );
        Assert.Equal(
            "0 without 4: NO_CONTACTS | HAT 0  | INTEREST 0  Bread=0 Cake=0 Pie=0 | TOWN 0 ",
            await ShownAsync(client, "2025-03-31")
        );
    }

    [Fact]
    public async Task Who_was_merged_counts_once_with_the_basis_and_the_attributes_of_both()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "TOWN");
        await app.ProfileAttributeAsync(client, "HAT");
        var into = (await app.KnownAsync(client, "ann", "TOWN", "Ghent", "2025-03-01")).ContactOf();
        var from = (await app.KnownAsync(client, "bob", "HAT", "56", "2025-03-02")).ContactOf();
        await app.BasisAsync(client, from, "PROFILING", "2025-04-01");

        Assert.Equal("1 without 1: 0.5 | HAT 1 1 | TOWN 0 0", await ShownAsync(client));
        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = into, fromId = from });
        Assert.Equal("1 without 0: 1 | HAT 1 1 | TOWN 1 1", await ShownAsync(client));
    }

    [Fact]
    public async Task Where_nothing_is_wanted_there_is_no_completeness()
    {
        var client = await app.ClientAsync(app.Alpha);
        var town = await app.ProfileAttributeAsync(client, "TOWN");
        var contact = (await app.KnownAsync(client, "ann", "TOWN", "Ghent", "2025-03-01")).ContactOf();
        await app.BasisAsync(client, contact, "PROFILING", "2025-04-01");
        await app.DoAsync(app.Alpha.StaffToken, "profiles/ArchiveProfileAttribute", new { id = town.Text("id"), version = 1 });

        Assert.Equal("1 without 0: NOTHING_WANTED", await ShownAsync(client));
        Assert.Equal("NOTHING_WANTED ", await app.ProfileAsync(contact));
    }

    [Fact]
    public async Task Counts_are_for_all_who_look_at_figures_and_people_are_not()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "TOWN");
        var known = await app.KnownAsync(client, "ann", "TOWN", "Ghent", "2025-03-01");
        var token = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new { role = "READ_ONLY", label = $"reader of {client}" }
        );

        Assert.Equal(1, (await app.ProfilesAsync(client, token: token.Text("token"))).Long("withoutBasisCount"));
        var refused = await app.AskAsync(
            token.Text("token"),
            $$"""{ node(id: "{{known.Text("id")}}") { ... on ContactAttribute { value } } }"""
        );
        Assert.DoesNotContain("Ghent", refused.ToString());
    }

    private async Task<string> ShownAsync(string client, string on = "2025-12-31")
    {
        var profiles = await app.ProfilesAsync(client, on);
        var head =
            $"{profiles.Long("contactCount")} without {profiles.Long("withoutBasisCount")}: {profiles.GetProperty("completeness")}{profiles.GetProperty("undefinedReason")}";
        return string.Join(" | ", profiles.List("attributes").Select(Attribute).Prepend(head));
    }

    private static string Attribute(JsonElement share) =>
        string.Join(
            ' ',
            share
                .List("values")
                .Select(value => $"{value.Text("value")}={value.Long("contactCount")}")
                .Prepend($"{share.GetProperty("attribute").Text("code")} {share.Long("knownCount")} {share.GetProperty("knownShare")}")
        );
}
