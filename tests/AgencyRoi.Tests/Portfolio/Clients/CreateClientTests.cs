using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Clients;

public sealed class CreateClientTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_client_is_read_back_as_it_was_entered()
    {
        var created = await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/CreateClient",
            new
            {
                name = "Café Zoë 🥐",
                industry = "HOSPITALITY",
                businessModel = "B2B2C",
                size = "MICRO",
                currency = "EUR",
                timeZone = "Europe/Paris",
                margin = 0.375m,
                externalReference = "crm-1",
                dataOrigin = "SAMPLE",
                dataNote = "from a brochure",
            }
        );

        var read = (await app.SendAsync(app.Alpha.OwnerToken, "clients/Client", new { id = created.Text("id") })).GetProperty("client");

        Assert.Equal(created.ToString(), read.ToString());
        Assert.Equal(("Café Zoë 🥐", "B2B2C", "CLIENT"), (read.Text("name"), read.Text("businessModel"), read.Text("kind")));
        Assert.Equal(0.375m, read.GetProperty("margin").GetDecimal());
    }

    [Fact]
    public async Task The_first_client_brings_one_house_account_with_it_and_everyone_has_a_ledger()
    {
        await app.ClientAsync(app.Beta, "First");
        await app.ClientAsync(app.Beta, "Second");

        var clients = await app.SendAsync(app.Beta.OwnerToken, "clients/Clients", new { includeHouse = true });
        var kinds = clients.GetProperty("clients").GetProperty("nodes").EnumerateArray().Select(client => client.Text("kind")).ToList();
        var heads = await app.Database.AsSuperuserAsync($"select count(*) from app.ledger_heads where tenant_id = '{app.Beta.Tenant.Id}'");

        // Other tests of the class may have made clients too.
        Assert.Single(kinds, kind => kind == "HOUSE");
        Assert.Equal((long)kinds.Count, heads);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_with_its_path()
    {
        var refusal = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "clients/CreateClient",
            new
            {
                name = " ",
                industry = "RETAIL",
                businessModel = "B2C",
                size = "LARGE",
                currency = "usd",
                timeZone = "Mars/Olympus",
                margin = 1.5m,
                externalReference = new string('x', 201),
            }
        );

        Assert.Equal(
            [
                "BAD_INPUT input.name",
                "BAD_INPUT input.currency",
                "BAD_INPUT input.timeZone",
                "BAD_INPUT input.margin",
                "BAD_INPUT input.externalReference",
            ],
            refusal
        );
    }

    [Fact]
    public async Task A_currency_that_does_not_exist_is_refused_by_its_field()
    {
        var refusal = await app.RefusalAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(currency: "QQQ"));

        Assert.Equal(["BAD_INPUT input.currency"], refusal);
    }

    [Fact]
    public async Task An_external_reference_is_unique_within_the_agency_and_says_nothing_of_others()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "same"));

        var again = await app.RefusalAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "same"));
        var elsewhere = await app.DoAsync(app.Beta.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "same"));

        Assert.Equal(["ALREADY_EXISTS input.externalReference"], again);
        Assert.Equal("same", elsewhere.Text("externalReference"));
    }

    [Fact]
    public async Task Sent_twice_without_a_reference_it_is_refused_by_its_name_which_finds_the_first()
    {
        var first = await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Answer lost"));

        var again = await app.RefusalAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Answer lost"));
        var found = await app.SendAsync(app.Alpha.StaffToken, "clients/Clients", new { where = new { name = new { eq = "Answer lost" } } });

        Assert.Equal(["ALREADY_EXISTS input.name"], again);
        Assert.Equal(first.Text("id"), found.GetProperty("clients").GetProperty("nodes").EnumerateArray().Single().Text("id"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("at once")]
    public async Task Sent_many_times_at_once_it_is_one_client(string? externalReference)
    {
        var name = $"At once {externalReference}";
        var client = new { input = Clientele.NewClient(name, externalReference: externalReference) };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => app.SendAsync(app.Alpha.StaffToken, "clients/CreateClient", client))
        );
        var found = await app.SendAsync(app.Alpha.StaffToken, "clients/Clients", new { where = new { name = new { eq = name } } });

        Assert.Single(answers, answer => answer.GetProperty("createClient").GetProperty("client").ValueKind == JsonValueKind.Object);
        Assert.Single(found.GetProperty("clients").GetProperty("nodes").EnumerateArray());
    }

    [Fact]
    public async Task Another_client_of_the_same_name_has_a_reference_and_one_of_another_agency_or_an_archived_one_is_not_in_the_way()
    {
        var first = await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Twins"));

        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Twins", externalReference: "twin"));
        await app.DoAsync(app.Beta.StaffToken, "clients/CreateClient", Clientele.NewClient("Twins"));
        foreach (var twin in new[] { first, await FindAsync("twin") })
            await app.DoAsync(
                app.Alpha.StaffToken,
                "clients/ArchiveClient",
                new { id = twin.Text("id"), version = twin.GetProperty("version").GetInt64() }
            );
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Twins"));
    }

    private async Task<JsonElement> FindAsync(string externalReference)
    {
        var where = new { externalReference = new { eq = externalReference } };
        var found = await app.SendAsync(app.Alpha.StaffToken, "clients/Clients", new { where });
        return found.GetProperty("clients").GetProperty("nodes").EnumerateArray().Single();
    }
}
