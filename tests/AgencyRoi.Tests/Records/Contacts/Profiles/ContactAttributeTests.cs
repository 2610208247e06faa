using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Contacts.Profiles;

/// <summary>Of a contact that alone is recorded which the client's profiles ask; the latest day holds, of all that a kept contact has.</summary>
public sealed class ContactAttributeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_latest_day_holds_and_what_is_taken_back_never_was()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "INTEREST", values: ["Bread", "Cake"]);
        await app.ProfileAttributeAsync(client, "TOWN");
        await app.ProfileAttributeAsync(client, "HAT", isWanted: false);
        var bread = await app.KnownAsync(client, "ann", "INTEREST", "Bread", "2025-03-01");
        var cake = await app.KnownAsync(client, "ann", "INTEREST", "Cake", "2025-06-01");
        await app.KnownAsync(client, "ann", "HAT", "56", "2025-06-01");
        var contact = bread.ContactOf();

        // One of the two that are wanted; a hat is not.
        Assert.Equal("0 ", await app.ProfileAsync(contact, "2025-02-28"));
        Assert.Equal("0.5 INTEREST=Bread", await app.ProfileAsync(contact, "2025-05-31"));
        Assert.Equal("0.5 HAT=56 INTEREST=Cake", await app.ProfileAsync(contact));

        await DoAsync("RetractContactAttribute", new { id = cake.Text("id"), version = 1 });
        Assert.Equal("0.5 HAT=56 INTEREST=Bread", await app.ProfileAsync(contact));
        await DoAsync(
            "CorrectContactAttribute",
            new
            {
                id = cake.Text("id"),
                version = 2,
                occurredOn = "2025-02-01",
            }
        );
        Assert.Equal("0.5 INTEREST=Cake", await app.ProfileAsync(contact, "2025-02-28"));
        Assert.Equal("0.5 HAT=56 INTEREST=Bread", await app.ProfileAsync(contact));
    }

    [Fact]
    public async Task What_no_attribute_asks_and_no_list_allows_is_refused_and_makes_nobody()
    {
        var client = await app.ClientAsync(app.Alpha);
        var old = await app.ProfileAttributeAsync(client, "OLD");
        await app.ProfileAttributeAsync(client, "INTEREST", values: ["Bread", "Cake"]);
        await DoAsync("ArchiveProfileAttribute", new { id = old.Text("id"), version = 1 });

        Assert.Equal(["NOT_FOUND input.attributeCode"], await RefusalAsync("RECIPE", "x"));
        Assert.Equal(["BAD_INPUT input.attributeCode"], await RefusalAsync("OLD", "x"));
        Assert.Equal(["BAD_INPUT input.value"], await RefusalAsync("INTEREST", "bread"));
        Assert.Equal(["BAD_INPUT input.value"], await RefusalAsync("INTEREST", new string('x', 201)));
        Assert.Empty(await app.ContactsAsync(client));

        Task<string[]> RefusalAsync(string attribute, string value) =>
            app.RefusalAsync(
                app.Alpha.StaffToken,
                "profiles/RecordContactAttribute",
                ProfileWorld.Known(client, "ann", attribute, value, "2025-03-01")
            );
    }

    [Fact]
    public async Task A_kept_contact_has_what_is_known_of_both_and_a_split_gives_each_its_own()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "INTEREST");
        await app.ProfileAttributeAsync(client, "TOWN");
        var into = (await app.KnownAsync(client, "ann", "INTEREST", "Bread", "2025-03-01")).ContactOf();
        var from = (await app.KnownAsync(client, "bob", "TOWN", "Ghent", "2025-03-02")).ContactOf();

        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = into, fromId = from });
        Assert.Equal("1 INTEREST=Bread TOWN=Ghent", await app.ProfileAsync(into));

        var version = (await app.LifeAsync(from)).Long("version");
        await app.DoAsync(app.Alpha.StaffToken, "contacts/SplitContact", new { id = from, version });
        Assert.Equal("0.5 INTEREST=Bread", await app.ProfileAsync(into));
        Assert.Equal("0.5 TOWN=Ghent", await app.ProfileAsync(from));
    }

    [Fact]
    public async Task A_file_brings_attributes_once_and_refuses_what_the_client_does_not_ask()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "TOWN", values: ["Ghent", "Bruges"]);
        var file =
            "client,external_reference,date,attribute,value,email,source\n"
            + $"{client},1,2025-03-01,TOWN,Ghent,ann@example.com,Form\n{client},2,2025-03-01,TOWN,Paris,ben@example.com,Form\n"
            + $"{client},3,2025-03-01,HAT,56,ben@example.com,Form\n{client},4,2025-03-01,TOWN,Bruges,ben@example.com,ben@example.com\n";

        var first = await app.ImportAsync(app.Alpha.StaffToken, "contact-attributes", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "contact-attributes", file);

        Assert.Equal(((1, 0, 0, 3), (0, 0, 1, 3)), (first.Counts(), again.Counts()));
        Assert.Equal(["3 value BAD_INPUT", "4 attribute NOT_FOUND", "5 source BAD_INPUT"], first.Errors());
        Assert.Equal("1 TOWN=Ghent", await app.ProfileAsync(Assert.Single(await app.ContactsAsync(client))));
    }

    [Fact]
    public async Task Values_are_added_to_a_list_and_none_is_taken_away()
    {
        var client = await app.ClientAsync(app.Alpha);
        var listed = await app.ProfileAttributeAsync(client, "INTEREST", values: ["Bread"]);
        var free = await app.ProfileAttributeAsync(client, "TOWN");

        Assert.Equal(["ALREADY_EXISTS input.code"], await NewAsync("TOWN"));
        Assert.Equal(["BAD_INPUT input.code"], await NewAsync("town"));
        Assert.Equal(["BAD_INPUT input.allowedValues"], await NewAsync("HAT", "Big", "big"));
        Assert.Equal(["BAD_INPUT input.allowedValues"], await UpdateAsync(listed, "Cake"));
        Assert.Equal(["BAD_INPUT input.allowedValues"], await UpdateAsync(listed));
        Assert.Equal(["BAD_INPUT input.allowedValues"], await UpdateAsync(free, "Ghent"));
        var more = await DoAsync("UpdateProfileAttribute", Change(listed, "Cake", "Bread"));
        Assert.Equal(["Cake", "Bread"], more.GetProperty("allowedValues").EnumerateArray().Select(value => value.GetString()));

        Task<string[]> NewAsync(string code, params string[] values) =>
            app.RefusalAsync(
                app.Alpha.StaffToken,
                "profiles/CreateProfileAttribute",
                ProfileWorld.NewAttribute(client, code, values: values)
            );

        Task<string[]> UpdateAsync(JsonElement attribute, params string[] values) =>
            app.RefusalAsync(app.Alpha.StaffToken, "profiles/UpdateProfileAttribute", Change(attribute, values));
    }

    [Fact]
    public async Task A_client_has_at_most_fifty_attributes_in_use()
    {
        var client = await app.ClientAsync(app.Alpha);
        JsonElement last = default;
        for (var n = 0; n < 50; n++)
            last = await app.ProfileAttributeAsync(client, FormattableString.Invariant($"A{n}"));

        var refused = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "profiles/CreateProfileAttribute",
            ProfileWorld.NewAttribute(client, "B")
        );
        await DoAsync("ArchiveProfileAttribute", new { id = last.Text("id"), version = 1 });

        Assert.Equal(["BAD_INPUT input.code"], refused);
        await app.ProfileAttributeAsync(client, "B");
    }

    private static object Change(JsonElement attribute, params string[] values) =>
        new
        {
            id = attribute.Text("id"),
            version = 1,
            allowedValues = values,
        };

    private Task<JsonElement> DoAsync(string mutation, object input) => app.DoAsync(app.Alpha.StaffToken, $"profiles/{mutation}", input);
}
