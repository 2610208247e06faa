using System.Text.Json;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>Forms by which people say who they are: what their fields mean is data.</summary>
public sealed class LeadFormTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly object[] Fields =
    [
        new { name = "your-email", meaning = "EMAIL" },
        new
        {
            name = "instagram",
            meaning = "HANDLE",
            networkCode = "INSTAGRAM",
        },
        new
        {
            name = "newsletter",
            meaning = "CONSENT",
            purpose = "MARKETING",
        },
        new
        {
            name = "personal-offers",
            meaning = "CONSENT",
            purpose = "PROFILING",
        },
        new { name = "entry", meaning = "REFERENCE" },
        new { name = "your-name", meaning = "NOT_KEPT" },
        new { name = "message", meaning = "NOT_KEPT" },
    ];

    [Fact]
    public async Task A_filled_form_makes_a_contact_a_lead_with_the_consents_that_it_gives()
    {
        var (client, form) = await FormAsync();

        var lead = await SendAsync(
            form,
            ("your-email", " Ada@Example.com "),
            ("instagram", "@ada"),
            ("newsletter", "on"),
            ("personal-offers", ""),
            ("entry", "17"),
            ("your-name", "Ada Lovelace"),
            ("message", "Call me"),
            ("subject", "An offer")
        );

        Assert.Equal(("LEAD", "2025-03-10"), (lead.GetProperty("stage").Text("stage"), lead.GetProperty("stage").Text("occurredOn")));
        Assert.Equal(["MARKETING CONSENT"], lead.List("legalBases").Select(basis => $"{basis.Text("purpose")} {basis.Text("legalBasis")}"));
        Assert.Equal(["subject"], lead.List("unknownFields").Select(field => field.GetString()));
        var contact = lead.GetProperty("stage").ContactOf();
        Assert.Equal("LEAD 2025-03-10 | EMAIL HANDLE:INSTAGRAM | LEAD", await app.CardAsync(contact));
        Assert.Equal([contact], await app.ContactsAsync(client, """mayBeUsedFor: { purpose: MARKETING, on: "2025-03-10" }"""));
    }

    [Fact]
    public async Task Sent_again_with_its_reference_it_changes_nothing_and_without_one_it_is_another()
    {
        var (_, form) = await FormAsync();
        (string, string)[] filled = [("your-email", "ada@example.com"), ("newsletter", "yes"), ("entry", "17")];

        var first = await SendAsync(form, filled);
        var again = await SendAsync(form, filled);
        var other = await SendAsync(form, filled[..2]);

        Assert.Equal(
            (first.GetProperty("stage").Text("id"), 1L),
            (again.GetProperty("stage").Text("id"), again.GetProperty("stage").Long("revision"))
        );
        Assert.Equal(first.List("legalBases")[0].Text("id"), again.List("legalBases")[0].Text("id"));
        Assert.NotEqual(first.GetProperty("stage").Text("id"), other.GetProperty("stage").Text("id"));
        Assert.Equal(first.GetProperty("stage").ContactOf(), other.GetProperty("stage").ContactOf());
    }

    [Fact]
    public async Task Faults_are_told_at_the_field_that_was_filled_in_and_nothing_is_kept()
    {
        var (client, form) = await FormAsync();

        Assert.Equal(["BAD_INPUT input.fields"], await RefusalAsync(form, ("message", "Call me")));
        Assert.Equal(["BAD_INPUT input.fields.1.value"], await RefusalAsync(form, ("message", "Call me"), ("your-email", "ada")));
        Assert.Equal(
            ["BAD_INPUT input.fields.1.value"],
            await RefusalAsync(form, ("your-email", "ada@example.com"), ("newsletter", "perhaps"))
        );
        Assert.Equal(
            ["BAD_INPUT input.fields.1.name"],
            await RefusalAsync(form, ("your-email", "ada@example.com"), ("your-email", "bea@example.com"))
        );
        Assert.Equal(
            ["BAD_INPUT input.fields.1.value"],
            await RefusalAsync(form, ("your-email", "ada@example.com"), ("entry", "ada@example.com"))
        );
        Assert.Empty(await app.ContactsAsync(client));
    }

    [Fact]
    public async Task Keys_of_two_contacts_are_refused_at_the_field_that_names_the_second()
    {
        var (_, form) = await FormAsync();
        await SendAsync(form, ("your-email", "ada@example.com"));
        await SendAsync(form, ("instagram", "bea"));

        Assert.Equal(
            ["ALREADY_EXISTS input.fields.0.value"],
            await RefusalAsync(form, ("instagram", "@Bea"), ("your-email", "ada@example.com"))
        );
    }

    [Fact]
    public async Task A_form_whose_fields_change_takes_what_comes_after()
    {
        var (_, form) = await FormAsync();
        await app.DoAsync(
            app.Alpha.StaffToken,
            "contacts/UpdateLeadForm",
            new
            {
                id = form,
                version = 1,
                stage = "PROFILED",
                fields = new[] { new { name = "mail", meaning = "EMAIL" } },
            }
        );

        var lead = await SendAsync(form, ("mail", "ada@example.com"), ("your-email", "old@example.com"));

        Assert.Equal("PROFILED", lead.GetProperty("stage").Text("stage"));
        Assert.Equal(["your-email"], lead.List("unknownFields").Select(field => field.GetString()));
    }

    [Fact]
    public async Task A_form_says_who_it_is_and_gives_each_key_and_each_consent_once()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal(["BAD_INPUT input.fields"], await FormRefusalAsync(client, new { name = "m", meaning = "NOT_KEPT" }));
        Assert.Equal(["BAD_INPUT input.fields.0.networkCode"], await FormRefusalAsync(client, new { name = "m", meaning = "HANDLE" }));
        Assert.Equal(
            ["BAD_INPUT input.fields.1.meaning"],
            await FormRefusalAsync(client, new { name = "m", meaning = "EMAIL" }, new { name = "n", meaning = "EMAIL" })
        );
        Assert.Equal(
            ["BAD_INPUT input.fields.1.name", "BAD_INPUT input.fields.1.purpose"],
            await FormRefusalAsync(client, new { name = "m", meaning = "EMAIL" }, new { name = "m", meaning = "CONSENT" })
        );
    }

    private async Task<(string Client, string Form)> FormAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        var form = await app.DoAsync(
            app.Alpha.StaffToken,
            "contacts/CreateLeadForm",
            new
            {
                clientId = client,
                code = "contact",
                name = "Contact form",
                fields = Fields,
            }
        );
        return (client, form.Text("id"));
    }

    private static object Filled(string form, (string Name, string Value)[] fields) =>
        new
        {
            leadFormId = form,
            occurredOn = "2025-03-10",
            fields = fields.Select(field => new { name = field.Name, value = field.Value }),
        };

    private Task<JsonElement> SendAsync(string form, params (string Name, string Value)[] fields) =>
        app.DoAsync(app.Alpha.StaffToken, "contacts/RecordLead", Filled(form, fields));

    private Task<string[]> RefusalAsync(string form, params (string Name, string Value)[] fields) =>
        app.RefusalAsync(app.Alpha.StaffToken, "contacts/RecordLead", Filled(form, fields));

    private Task<string[]> FormRefusalAsync(string client, params object[] fields) =>
        app.RefusalAsync(
            app.Alpha.StaffToken,
            "contacts/CreateLeadForm",
            new
            {
                clientId = client,
                code = "other",
                name = "Other",
                fields,
            }
        );
}
