using AgencyRoi.Tests.Records.Contacts.Profiles;

namespace AgencyRoi.Tests.Records.Contacts.Segments;

/// <summary>A segment has the kept contacts for whom all conditions hold and who may be profiled on the day; its number is that of its list.</summary>
public sealed class AudienceSegmentTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task All_conditions_must_hold_of_an_attribute_one_value_as_it_was_known_on_the_day()
    {
        var client = await PeopleAsync();
        var everybody = await app.SegmentAsync(client, "ALL", "BROAD");
        var bakers = await app.SegmentAsync(
            client,
            "BAKERS",
            "NARROW",
            attributes: [new { attributeCode = "INTEREST", values = (string[])["Bread", "Pie"] }]
        );
        var leads = await app.SegmentAsync(client, "LEADS", "NARROW", stages: ["LEAD", "CUSTOMER"]);
        var both = await app.SegmentAsync(
            client,
            "BOTH",
            "NARROW",
            stages: ["LEAD"],
            attributes:
            [
                new { attributeCode = "INTEREST", values = (string[])["Cake"] },
                new { attributeCode = "TOWN", values = (string[])["Ghent"] },
            ]
        );
        var followers = await app.SegmentAsync(client, "FOLLOWERS", "BROAD", network: "FACEBOOK");

        // Ann, Ben and Cat may be profiled, Dan may not. Cat likes cake since June.
        Assert.Equal("ann ben cat", await app.MembersAsync(everybody));
        Assert.Equal("", await app.MembersAsync(everybody, "2025-03-31"));
        Assert.Equal("ann ben cat", await app.MembersAsync(bakers, "2025-05-31"));
        Assert.Equal("ann ben", await app.MembersAsync(bakers));
        Assert.Equal("ann cat", await app.MembersAsync(leads));
        Assert.Equal("cat", await app.MembersAsync(both));
        Assert.Equal("ben", await app.MembersAsync(followers));
    }

    [Fact]
    public async Task Who_was_merged_is_in_a_segment_once_by_what_is_known_of_both()
    {
        var client = await PeopleAsync();
        var bakers = await app.SegmentAsync(
            client,
            "BAKERS",
            "NARROW",
            network: "FACEBOOK",
            attributes: [new { attributeCode = "TOWN", values = (string[])["Ghent"] }]
        );

        Assert.Equal("", await app.MembersAsync(bakers));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "contacts/MergeContacts",
            new { intoId = await app.ContactOfAsync(client, "ben"), fromId = await app.ContactOfAsync(client, "dan") }
        );
        // One contact, whom both keys name now.
        Assert.Equal("ben dan", await app.MembersAsync(bakers));
    }

    [Fact]
    public async Task A_segment_keeps_its_conditions_and_asks_what_the_client_asks()
    {
        var client = await PeopleAsync();
        var segment = await app.SegmentAsync(client, "ALL", "BROAD");

        Assert.Equal(["ALREADY_EXISTS input.code"], await RefusalAsync(new { code = "ALL" }));
        Assert.Equal(["NOT_FOUND input.networkCode"], await RefusalAsync(new { networkCode = "NOWHERE" }));
        Assert.Equal(
            ["NOT_FOUND input.attributes"],
            await RefusalAsync(new { attributes = (object[])[new { attributeCode = "HAT", values = (string[])["56"] }] })
        );
        Assert.Equal(
            ["BAD_INPUT input.attributes"],
            await RefusalAsync(new { attributes = (object[])[new { attributeCode = "TOWN", values = (string[])[] }] })
        );
        var renamed = await app.DoAsync(
            app.Alpha.StaffToken,
            "segments/UpdateAudienceSegment",
            new
            {
                id = segment,
                version = 1,
                name = "Everybody",
            }
        );
        var archived = await app.DoAsync(app.Alpha.StaffToken, "segments/ArchiveAudienceSegment", new { id = segment, version = 2 });
        Assert.Equal(("Everybody", 3L), (renamed.Text("name"), archived.Long("version")));
        Assert.Equal("ann ben cat", await app.MembersAsync(segment));

        Task<string[]> RefusalAsync(object conditions)
        {
            var input = System.Text.Json.JsonSerializer.SerializeToNode(conditions)!.AsObject();
            (input["clientId"], input["name"], input["breadth"]) = (client, "A segment", "BROAD");
            input["code"] ??= "NEW";
            return app.RefusalAsync(app.Alpha.StaffToken, "segments/CreateAudienceSegment", input);
        }
    }

    [Fact]
    public async Task Numbers_are_for_all_who_look_at_figures_and_people_are_not()
    {
        var client = await PeopleAsync();
        var segment = await app.SegmentAsync(client, "ALL", "BROAD");
        var made = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new { role = "READ_ONLY", label = $"reader of {client}" }
        );

        var size = await app.AskAsync(made.Text("token"), SegmentWorld.Question(segment, "2025-12-31", "contactCount(on: $on)"));
        var people = await app.AskAsync(
            made.Text("token"),
            SegmentWorld.Question(segment, "2025-12-31", "contacts(on: $on) { nodes { id } }")
        );

        Assert.Contains("\"contactCount\":3", size.ToString());
        Assert.DoesNotContain("\"nodes\"", people.ToString());
    }

    private async Task<string> PeopleAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "INTEREST");
        await app.ProfileAttributeAsync(client, "TOWN");
        foreach (
            var (crm, interest, stage) in new[]
            {
                ("ann", "Bread", "LEAD"),
                ("ben", "Pie", "VISITOR"),
                ("cat", "Bread", "LEAD"),
                ("dan", "Bread", "LEAD"),
            }
        )
        {
            var contact = (await app.KnownAsync(client, crm, "INTEREST", interest, "2025-03-01")).ContactOf();
            Dictionary<string, object?> named = new() { ["crmId"] = crm };
            if (crm == "ben")
                (named["networkCode"], named["handle"]) = ("FACEBOOK", "@ben");
            await app.StageAsync(client, stage, "2025-03-01", named);
            if (crm != "dan")
                await app.BasisAsync(client, contact, "PROFILING", "2025-04-01");
        }
        await app.KnownAsync(client, "cat", "INTEREST", "Cake", "2025-06-01");
        await app.KnownAsync(client, "cat", "TOWN", "Ghent", "2025-03-01");
        await app.KnownAsync(client, "dan", "TOWN", "Ghent", "2025-03-01");
        return client;
    }
}
