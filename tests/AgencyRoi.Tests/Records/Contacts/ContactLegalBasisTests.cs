using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>A contact's data may be used for a purpose on a day on which a legal basis for it holds, and is in no list for a purpose without one.</summary>
public sealed class ContactLegalBasisTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("2025-03-09", false)]
    [InlineData("2025-03-10", true)]
    [InlineData("2025-03-19", true)]
    [InlineData("2025-03-20", false)]
    public async Task A_basis_holds_from_its_day_to_the_day_before_its_end(string on, bool holds)
    {
        var (client, contact) = await ContactAsync();
        var basis = await app.BasisAsync(client, contact, "PROFILING", "2025-03-10");
        await EndAsync(basis, "2025-03-20");

        Assert.Equal(holds, (await app.LifeAsync(contact, on)).GetProperty("mayBeUsedFor").GetBoolean());
        Assert.Equal(holds ? 1 : 0, (await ForAsync(client, "PROFILING", on)).Count);
        Assert.Empty(await ForAsync(client, "MARKETING", on));
        Assert.Single(await app.ContactsAsync(client));
    }

    [Fact]
    public async Task Lists_for_a_purpose_are_filtered_by_stage_too_and_paged_by_their_own_cursors()
    {
        var client = await app.ClientAsync(app.Alpha);
        foreach (var (name, stage) in new[] { ("ann", "LEAD"), ("ben", "LEAD"), ("cat", "CUSTOMER"), ("dan", "LEAD") })
        {
            var contact = (await app.StageAsync(client, stage, "2025-03-01", new() { ["crmId"] = name })).ContactOf();
            if (name != "dan")
                await app.BasisAsync(client, contact, "PROFILING", "2025-03-02", "LEGITIMATE_INTERESTS");
        }

        const string leads = "where: { stage: { eq: LEAD } }";
        Assert.Equal(3, (await app.ContactsAsync(client, leads)).Count);
        Assert.Equal(2, (await app.ContactsAsync(client, $"{Use("PROFILING", "2025-12-31")}, {leads}")).Count);

        var page = await PageAsync(client, $"{Use("PROFILING", "2025-12-31")}, {leads}, first: 1");
        var cursor = page.GetProperty("pageInfo").Text("endCursor");
        Assert.Equal(2, page.GetProperty("totalCount").GetInt32());
        Assert.Single((await PageAsync(client, $"{Use("PROFILING", "2025-12-31")}, {leads}, first: 5, after: \"{cursor}\"")).List("nodes"));
        var elsewhere = await app.AskAsync(app.Alpha.StaffToken, Page(client, $"{leads}, first: 5, after: \"{cursor}\""));
        Assert.Contains("BAD_CURSOR", elsewhere.ToString());
    }

    [Fact]
    public async Task An_end_is_corrected_by_another_day_survives_a_correction_and_is_no_retraction()
    {
        var (client, contact) = await ContactAsync();
        var basis = await app.BasisAsync(client, contact, "MARKETING", "2025-03-10");

        Assert.Equal(
            ["BAD_INPUT input.endedFrom"],
            await RefusalAsync(
                "End",
                new
                {
                    id = basis.Text("id"),
                    version = 1,
                    endedFrom = "2025-03-09",
                }
            )
        );
        Assert.Equal(
            ["BAD_INPUT input.endedFrom"],
            await RefusalAsync(
                "End",
                new
                {
                    id = basis.Text("id"),
                    version = 1,
                    endedFrom = "2030-01-01",
                }
            )
        );
        var ended = await EndAsync(basis, "2025-03-20");
        var same = await EndAsync(ended, "2025-03-20");
        var later = await EndAsync(same, "2025-04-01");
        Assert.Equal((2L, 2L, 3L), (ended.Long("version"), same.Long("version"), later.Long("version")));
        Assert.Equal(
            ["CONFLICT input.version"],
            await RefusalAsync(
                "End",
                new
                {
                    id = basis.Text("id"),
                    version = 1,
                    endedFrom = "2025-04-02",
                }
            )
        );

        var corrected = await DoAsync(
            "Correct",
            new
            {
                id = basis.Text("id"),
                version = 3,
                proof = "form-9",
            }
        );
        Assert.Equal(("2025-04-01", "form-9"), (corrected.Text("endedFrom"), corrected.Text("proof")));
        Assert.Single((await app.LifeAsync(contact, "2025-03-31")).GetProperty("legalBases").List("nodes"));

        await DoAsync("Retract", new { id = basis.Text("id"), version = 4 });
        Assert.Empty(await ForAsync(client, "MARKETING", "2025-03-15"));
        Assert.Equal(
            ["BAD_INPUT input.id"],
            await RefusalAsync(
                "End",
                new
                {
                    id = basis.Text("id"),
                    version = 5,
                    endedFrom = "2025-04-02",
                }
            )
        );
    }

    [Fact]
    public async Task A_file_brings_bases_once_and_makes_contacts_that_have_no_stage()
    {
        var client = await app.ClientAsync(app.Alpha);
        var file =
            "client,external_reference,effective_from,email,purpose,legal_basis,source,proof\n"
            + $"{client},1,2025-03-01,ann@example.com,PROFILING,CONSENT,Form,f-1\n{client},2,2025-03-01,ANN@example.com,MARKETING,CONSENT,Form,f-1\n"
            + $"{client},3,2025-03-01,ben@example.com,SPYING,CONSENT,Form,\n{client},4,2025-03-01,ben@example.com,SERVICE,CONTRACT,ben@example.com,\n";

        var first = await app.ImportAsync(app.Alpha.StaffToken, "legal-bases", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "legal-bases", file);

        Assert.Equal(((2, 0, 0, 2), (0, 0, 2, 2)), (first.Counts(), again.Counts()));
        Assert.Equal(["4 purpose BAD_INPUT", "5 source BAD_INPUT"], first.Errors());
        var contact = Assert.Single(await app.ContactsAsync(client));
        Assert.Equal("  | EMAIL | ", await app.CardAsync(contact));
        Assert.Single(await ForAsync(client, "MARKETING", "2025-03-01"));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("proof")]
    public async Task Where_it_was_taken_from_names_no_person(string field)
    {
        var (client, contact) = await ContactAsync();
        Dictionary<string, object?> stated = new()
        {
            ["clientId"] = client,
            ["contactId"] = contact,
            ["purpose"] = "SERVICE",
            ["legalBasis"] = "CONTRACT",
            ["effectiveFrom"] = "2025-03-01",
            ["source"] = "Form",
            [field] = "ann@example.com",
        };

        Assert.Equal([$"BAD_INPUT input.{field}"], await RefusalAsync("Record", stated));
    }

    private async Task<(string Client, string Contact)> ContactAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        return (client, (await app.StageAsync(client, "LEAD", "2025-03-01", new() { ["crmId"] = "ann" })).ContactOf());
    }

    private Task<JsonElement> EndAsync(JsonElement basis, string from) =>
        DoAsync(
            "End",
            new
            {
                id = basis.Text("id"),
                version = basis.Long("version"),
                endedFrom = from,
            }
        );

    private static string Use(string purpose, string on) => $$"""mayBeUsedFor: { purpose: {{purpose}}, on: "{{on}}" }""";

    private Task<IReadOnlyList<string>> ForAsync(string client, string purpose, string on) => app.ContactsAsync(client, Use(purpose, on));

    private static string Page(string client, string arguments) =>
        $$"""{ client(id: "{{client}}") { contacts({{arguments}}) { totalCount pageInfo { endCursor } nodes { id } } } }""";

    private async Task<JsonElement> PageAsync(string client, string arguments) =>
        (await app.AskAsync(app.Alpha.StaffToken, Page(client, arguments)))
            .GetProperty("data")
            .GetProperty("client")
            .GetProperty("contacts");

    private Task<JsonElement> DoAsync(string verb, object input) =>
        app.DoAsync(app.Alpha.StaffToken, $"contacts/{verb}ContactLegalBasis", input);

    private Task<string[]> RefusalAsync(string verb, object input) =>
        app.RefusalAsync(app.Alpha.StaffToken, $"contacts/{verb}ContactLegalBasis", input);
}
