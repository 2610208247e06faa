using System.Text.Json;
using AgencyRoi.Tests.Access.Members;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>Stages are facts about a contact that any of its keys names, and the latest of them is the current one.</summary>
public sealed class ContactStageTests(MembersApp app) : IClassFixture<MembersApp>
{
    private const string Header = "client,external_reference,date,stage,email,crm_id,network,handle,device\n";

    [Fact]
    public async Task A_contact_is_the_same_by_whichever_of_its_keys_it_is_named()
    {
        var client = await app.ClientAsync(app.Alpha);

        var made = await app.StageAsync(
            client,
            "VISITOR",
            "2025-03-01",
            new() { ["device"] = "cookie-1", ["email"] = " Ada@Example.com " }
        );
        var named = await app.StageAsync(client, "LEAD", "2025-03-02", new() { ["email"] = "ada@example.COM", ["crmId"] = "crm-1" });
        var joined = await app.StageAsync(
            client,
            "CUSTOMER",
            "2025-03-03",
            new()
            {
                ["crmId"] = "crm-1",
                ["networkCode"] = "FACEBOOK",
                ["handle"] = "@Ada",
            }
        );
        var found = await app.StageAsync(client, "REGULAR", "2025-03-04", new() { ["networkCode"] = "FACEBOOK", ["handle"] = "ada" });
        var other = await app.StageAsync(client, "VISITOR", "2025-03-04", new() { ["networkCode"] = "INSTAGRAM", ["handle"] = "ada" });

        Assert.All([named, joined, found], stage => Assert.Equal(made.ContactOf(), stage.ContactOf()));
        Assert.NotEqual(made.ContactOf(), other.ContactOf());
        Assert.Equal(
            "REGULAR 2025-03-04 | EMAIL CRM_ID HANDLE:FACEBOOK DEVICE | VISITOR LEAD CUSTOMER REGULAR",
            await app.CardAsync(made.ContactOf())
        );
    }

    [Fact]
    public async Task The_same_address_at_two_clients_is_two_contacts_with_two_hashes()
    {
        var (one, other) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        Dictionary<string, object?> named = new() { ["email"] = "both@example.com" };

        var first = await app.StageAsync(one, "LEAD", "2025-03-01", named);
        var second = await app.StageAsync(other, "LEAD", "2025-03-01", named);

        Assert.NotEqual(first.ContactOf(), second.ContactOf());
        var clients = string.Join(", ", new[] { one, other }.Select(id => $"'{Isolation.IsolationWorld.KeyOf(id)}'"));
        Assert.Equal(
            2L,
            await app.Database.AsSuperuserAsync($"select count(distinct key_hash) from app.contact_keys where client_id in ({clients})")
        );
    }

    [Fact]
    public async Task Keys_of_two_contacts_are_refused_with_the_advice_to_merge_them()
    {
        var client = await app.ClientAsync(app.Alpha);
        var ada = await app.StageAsync(client, "LEAD", "2025-03-01", new() { ["email"] = "ada@example.com" });
        var bob = await app.StageAsync(client, "LEAD", "2025-03-01", new() { ["crmId"] = "bob" });

        var both = ContactWorld.Stage(client, "LEAD", "2025-03-02", new() { ["email"] = "ada@example.com", ["crmId"] = "bob" });
        var named = ContactWorld.Stage(
            client,
            "LEAD",
            "2025-03-02",
            new() { ["contactId"] = bob.ContactOf(), ["email"] = "ada@example.com" }
        );

        Assert.Equal(["ALREADY_EXISTS input.crmId"], await RefusalAsync(both));
        Assert.Equal(["ALREADY_EXISTS input.email"], await RefusalAsync(named));
        var answer = await app.AnswerAsync(app.Alpha.StaffToken, "contacts/RecordContactStage", new { input = both });
        Assert.Contains("mergeContacts", answer.ToString());
        Assert.DoesNotContain("ada@", answer.ToString());
        Assert.Equal("LEAD 2025-03-01 | EMAIL | LEAD", await app.CardAsync(ada.ContactOf()));
    }

    [Fact]
    public async Task The_current_stage_is_the_latest_that_is_not_retracted_in_whatever_order_they_come_in()
    {
        var client = await app.ClientAsync(app.Alpha);
        Dictionary<string, object?> named = new() { ["crmId"] = "ann" };

        var customer = await app.StageAsync(client, "CUSTOMER", "2025-03-20", named);
        await app.StageAsync(client, "VISITOR", "2025-03-01", named);
        var contact = customer.ContactOf();
        Assert.StartsWith("CUSTOMER 2025-03-20 ", await app.CardAsync(contact));

        // Said again and again it holds since the first time; another stage on the first day is the one before it.
        await app.StageAsync(client, "CUSTOMER", "2025-03-10", named);
        await app.StageAsync(client, "LEAD", "2025-03-10", named);
        Assert.StartsWith("CUSTOMER 2025-03-10 ", await app.CardAsync(contact));

        var lost = await app.StageAsync(client, "LOST", "2025-03-15", named);
        Assert.StartsWith("CUSTOMER 2025-03-20 ", await app.CardAsync(contact));
        await DoAsync("Retract", new { id = lost.Text("id"), version = 1 });
        Assert.StartsWith("CUSTOMER 2025-03-10 ", await app.CardAsync(contact));

        var corrected = await DoAsync(
            "Correct",
            new
            {
                id = customer.Text("id"),
                version = 1,
                occurredOn = "2025-03-25",
                stage = "REGULAR",
            }
        );
        Assert.Equal((contact, 2L), (corrected.ContactOf(), corrected.Long("revision")));
        Assert.StartsWith("REGULAR 2025-03-25 ", await app.CardAsync(contact));
    }

    [Fact]
    public async Task A_contact_whose_stages_are_all_retracted_has_none()
    {
        var client = await app.ClientAsync(app.Alpha);
        var made = await app.StageAsync(client, "LEAD", "2025-03-01", new() { ["device"] = "cookie-9" });

        await DoAsync("Retract", new { id = made.Text("id"), version = 1 });

        Assert.Equal("  | DEVICE | LEAD", await app.CardAsync(made.ContactOf()));
    }

    [Fact]
    public async Task A_file_makes_contacts_once_and_joins_keys_row_by_row_as_it_would_if_the_rows_came_alone()
    {
        var client = await app.ClientAsync(app.Alpha);
        var file =
            $"{Header}{client},1,2025-03-01,VISITOR,,,,,cookie-1\n{client},2,2025-03-02,LEAD,eve@example.com,,,,cookie-1\n"
            + $"{client},3,2025-03-03,CUSTOMER,EVE@example.com,crm-7,FACEBOOK,@eve,\n{client},4,2025-03-01,LEAD,joe@example.com,,,,\n"
            + $"{client},5,2025-03-04,LEAD,joe@example.com,crm-7,,,\n{client},6,2025-03-04,LEAD,,,NOWHERE,joe,\n{client},7,2025-03-04,LEAD,,,,,\n";

        var tried = await app.ImportAsync(app.Alpha.StaffToken, "contacts?dryRun=true", file);
        Assert.Empty(await app.ContactsAsync(client));
        var first = await app.ImportAsync(app.Alpha.StaffToken, "contacts", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "contacts", file);

        Assert.Equal((4, 0, 0, 3), first.Counts());
        Assert.Equal(["6 crm_id ALREADY_EXISTS", "7 network NOT_FOUND", "8 email BAD_INPUT"], first.Errors());
        Assert.Equal((first.Counts(), (0, 0, 4, 3)), (tried.Counts(), again.Counts()));
        var cards = await Task.WhenAll((await app.ContactsAsync(client)).Select(contact => app.CardAsync(contact)));
        Assert.Equal(
            ["CUSTOMER 2025-03-03 | EMAIL CRM_ID HANDLE:FACEBOOK DEVICE | VISITOR LEAD CUSTOMER", "LEAD 2025-03-01 | EMAIL | LEAD"],
            cards.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_dry_run_of_several_thousand_rows_knows_the_contacts_of_the_chunks_before()
    {
        var client = await app.ClientAsync(app.Alpha);
        var rows = Enumerable.Range(0, 2100).Select(n => $"{client},{n},2025-03-01,LEAD,p{n % 700}@example.com,crm-{n % 700},,,");
        var file = $"{Header}{string.Join('\n', rows)}\n{client},x,2025-03-01,LEAD,p1@example.com,crm-2,,,\n";

        var tried = await app.ImportAsync(app.Alpha.StaffToken, "contacts?dryRun=true", file);
        var done = await app.ImportAsync(app.Alpha.StaffToken, "contacts", file);

        Assert.Equal((2100, 0, 0, 1), tried.Counts());
        Assert.Equal(tried.Counts(), done.Counts());
        Assert.Equal(tried.Errors(), done.Errors());
        Assert.Equal(
            700L,
            await app.Database.AsSuperuserAsync(
                $"select count(*) from app.contacts where client_id = '{Isolation.IsolationWorld.KeyOf(client)}'"
            )
        );
    }

    [Fact]
    public async Task A_crm_id_and_a_device_have_the_hashes_that_touches_and_sales_have()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.SaleAsync(
            app.Alpha,
            new
            {
                clientId = client,
                type = "SALE",
                occurredOn = "2025-03-05",
                amount = 10m,
                currency = "USD",
                contactReference = "ann",
            }
        );
        await app.StageAsync(client, "CUSTOMER", "2025-03-05", new() { ["crmId"] = "ann", ["device"] = "cookie-2" });
        await app.DoAsync(
            app.Alpha.StaffToken,
            "journeys/RecordTouch",
            new
            {
                clientId = client,
                touchedAt = "2025-03-04T09:00:00Z",
                visitorKey = "cookie-2",
                legalBasis = "CONSENT",
            }
        );

        var joined = $"from app.contact_keys k where k.client_id = '{Isolation.IsolationWorld.KeyOf(client)}'";
        Assert.Equal(
            "CRM_ID",
            await app.Database.AsSuperuserAsync($"select k.kind {joined} and k.key_hash in (select named_key from app.sales)")
        );
        Assert.Equal(
            "DEVICE",
            await app.Database.AsSuperuserAsync($"select k.kind {joined} and k.key_hash in (select named_key from app.touches)")
        );
    }

    [Theory]
    [InlineData("email", "ada", "input.email")]
    [InlineData("email", "a b@example.com", "input.email")]
    [InlineData("email", "a@b@example.com", "input.email")]
    [InlineData("handle", "@", "input.handle")]
    [InlineData("crmId", "1.2E+5", "input.crmId")]
    public async Task A_key_that_is_none_is_refused_at_its_field_and_not_repeated(string field, string key, string path)
    {
        var client = await app.ClientAsync(app.Alpha);
        var stated = ContactWorld.Stage(
            client,
            "LEAD",
            "2025-03-01",
            new() { [field] = key, ["networkCode"] = field == "handle" ? "FACEBOOK" : null }
        );

        Assert.Equal([$"BAD_INPUT {path}"], await RefusalAsync(stated));
    }

    [Fact]
    public async Task Nobody_and_a_handle_without_its_network_are_refused()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal(["BAD_INPUT input.email"], await RefusalAsync(ContactWorld.Stage(client, "LEAD", "2025-03-01", [])));
        Assert.Equal(
            ["BAD_INPUT input.networkCode"],
            await RefusalAsync(ContactWorld.Stage(client, "LEAD", "2025-03-01", new() { ["handle"] = "ada" }))
        );
        Assert.Equal(
            ["NOT_FOUND input.networkCode"],
            await RefusalAsync(ContactWorld.Stage(client, "LEAD", "2025-03-01", new() { ["handle"] = "ada", ["networkCode"] = "NOWHERE" }))
        );
    }

    [Fact]
    public async Task No_key_is_stored_logged_or_told_in_any_form()
    {
        var client = await app.ClientAsync(app.Alpha);
        string[] keys = ["zanzibar@example.com", "zanzibar-crm", "zanzibar.handle", "zanzibar-cookie"];
        Dictionary<string, object?> all = new()
        {
            ["email"] = keys[0],
            ["crmId"] = keys[1],
            ["networkCode"] = "FACEBOOK",
            ["handle"] = keys[2],
            ["device"] = keys[3],
        };
        var made = await app.StageAsync(client, "LEAD", "2025-03-01", all);
        await app.ImportAsync(
            app.Alpha.StaffToken,
            "contacts",
            $"{Header}{client},1,2025-03-01,LEAD,{keys[0]},{keys[1]},FACEBOOK,{keys[2]},{keys[3]}\n{client},2,soon,LEAD,{keys[0]},zanzibar-other,,,\n"
        );

        var told = $"{await app.LifeAsync(made.ContactOf())}{made}";
        Assert.DoesNotContain("zanzibar", told);
        Assert.DoesNotContain("zanzibar", string.Join('\n', app.Log.Lines.Select(line => $"{line.Text} {line.Failure}")));
        Assert.Empty(await Isolation.TenantTables.MentionsAsync(app.Database, app.Alpha.Tenant.Id.Value, ["zanzibar"]));
    }

    private Task<JsonElement> DoAsync(string verb, object input) =>
        app.DoAsync(app.Alpha.StaffToken, $"contacts/{verb}ContactStage", input);

    private Task<string[]> RefusalAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "contacts/RecordContactStage", input);
}
