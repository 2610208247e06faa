using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Tests.People;

namespace AgencyRoi.Tests.Api;

/// <summary>"Not yours" and "does not exist" are the same answer, between agencies and between the clients of one.</summary>
public sealed partial class IsolationTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string[] Reads =
    [
        "clients/Client Client",
        "channels/Channel Channel",
        "campaigns/Campaign Campaign",
        "goals/Purpose Purpose",
        "goals/Goal Goal",
        "goals/Outcome Outcome",
    ];

    [Fact]
    public async Task Another_agencys_objects_are_read_as_if_they_did_not_exist_and_by_their_owner_as_they_are()
    {
        var theirs = await ObjectsAsync(app.Beta);

        await ExpectUnseenAsync(app.Alpha.OwnerToken, app.Beta.OwnerToken, theirs);
    }

    [Fact]
    public async Task Another_clients_objects_are_so_to_a_token_that_is_restricted()
    {
        var others = await ObjectsAsync(app.Beta);
        var restricted = await RestrictedAsync(app.Beta, "ANALYST", await app.ClientAsync(app.Beta, "Own", "EUR"));

        await ExpectUnseenAsync(restricted, app.Beta.OwnerToken, others);
    }

    [Fact]
    public async Task No_mutation_tells_another_agencys_object_from_one_that_does_not_exist_or_changes_it()
    {
        var theirs = await ObjectsAsync(app.Beta);

        await ExpectUntouchableAsync(app.Alpha.OwnerToken, theirs);
    }

    [Fact]
    public async Task Nor_another_clients_object_for_a_token_that_is_restricted()
    {
        var others = await ObjectsAsync(app.Beta);
        var restricted = await RestrictedAsync(app.Beta, "OWNER", await app.ClientAsync(app.Beta, "Own", "EUR"));

        await ExpectUntouchableAsync(restricted, others);
    }

    [Fact]
    public async Task What_belongs_to_the_agency_is_closed_to_tokens_restricted_to_clients()
    {
        await app.DoAsync(
            app.Alpha.OwnerToken,
            "channels/AddNetwork",
            new
            {
                code = "SECRET_PLAN",
                name = "Secret plan",
                kind = "OTHER",
            }
        );
        var token = await RestrictedAsync(app.Alpha, "ANALYST", await app.ClientAsync(app.Alpha, "Own"));

        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(token, "clients/CreateClient", Clientele.NewClient()));
        Assert.Equal(
            ["FORBIDDEN"],
            await app.RefusalAsync(
                token,
                "channels/AddNetwork",
                new
                {
                    code = "N",
                    name = "N",
                    kind = "OTHER",
                }
            )
        );
        Assert.Equal(
            ["FORBIDDEN"],
            await app.RefusalAsync(
                token,
                "exchange-rates/SetExchangeRate",
                new
                {
                    baseCurrency = "EUR",
                    quoteCurrency = "USD",
                    startsOn = "2025-01-01",
                    rate = 1m,
                    source = "me",
                }
            )
        );
        var rates = await app.AnswerAsync(token, "exchange-rates/ExchangeRates");
        Assert.Equal("FORBIDDEN", Assert.Single(rates.GetProperty("errors").EnumerateArray()).GetProperty("extensions").Text("code"));
        Assert.DoesNotContain("SECRET_PLAN", (await app.SendAsync(token, "channels/Networks")).ToString());
    }

    [Fact]
    public async Task A_portal_sees_its_own_client_without_money_and_changes_nothing()
    {
        var own = await app.ClientAsync(app.Alpha, "Portal's own");
        var other = await app.ClientAsync(app.Alpha, "Somebody else's");
        await app.ActiveGoalAsync(app.Alpha, own);
        var token = await RestrictedAsync(app.Alpha, "PORTAL", own);

        var seen = await app.AskAsync(
            token,
            "query Q($other: ID!) { viewer { role permissions } clients(includeHouse: true) { nodes { name goals { nodes { name indicator } } } } client(id: $other) { name } node(id: $other) { id } }",
            new { other }
        );
        var money = await app.AskAsync(token, "{ clients { nodes { margin goals { nodes { values { nodes { note } } } } } } }");
        var write = await app.AnswerAsync(token, "clients/CreateClient", new { input = Clientele.NewClient() });

        Assert.False(seen.TryGetProperty("errors", out _), seen.ToString());
        var data = seen.GetProperty("data");
        Assert.Equal("Portal's own", Assert.Single(data.GetProperty("clients").GetProperty("nodes").EnumerateArray()).Text("name"));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (data.GetProperty("client").ValueKind, data.GetProperty("node").ValueKind));
        Assert.Equal("""{"role":"PORTAL","permissions":["READ_PUBLISHED"]}""", data.GetProperty("viewer").ToString());
        Assert.Equal(["VALIDATION_ERROR"], Codes(money).Distinct());
        Assert.False(write.TryGetProperty("data", out _), write.ToString());
    }

    private async Task ExpectUnseenAsync(string stranger, string owner, Dictionary<string, string> objects)
    {
        foreach (var (operation, type) in Reads.Select(read => read.Split(' ')).Select(parts => (parts[0], parts[1])))
        {
            var id = objects[type];
            var absent = WithoutRequest(await app.AnswerAsync(stranger, operation, new { id = Absent(type) }));

            Assert.Equal(absent, WithoutRequest(await app.AnswerAsync(stranger, operation, new { id })));
            Assert.Contains($"\"{id}\"", (await app.SendAsync(owner, operation, new { id })).ToString());
        }
        const string nodes = "query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        var foreign = await app.AskAsync(stranger, nodes, new { ids = objects.Values });
        var missing = await app.AskAsync(stranger, nodes, new { ids = objects.Keys.Select(Absent) });
        Assert.Equal(WithoutRequest(missing), WithoutRequest(foreign));
    }

    private async Task ExpectUntouchableAsync(string stranger, Dictionary<string, string> objects)
    {
        var before = await ChecksumAsync(app.Beta);
        var tried = 0;
        foreach (var mutation in MutationInputs.All.Where(mutation => MutationInputs.Ids(mutation).Any()))
        {
            var foreign = await MutationInputs.SendAsync(app, stranger, mutation, MutationInputs.Fill(mutation, type => objects[type]));
            var absent = await MutationInputs.SendAsync(app, stranger, mutation, MutationInputs.Fill(mutation, Absent));

            Assert.Equal(WithoutRequest(absent), WithoutRequest(foreign));
            Assert.Equal($"{mutation.Name} NOT_FOUND", $"{mutation.Name} {string.Join(' ', PayloadCodes(foreign))}");
            tried++;
        }
        Assert.True(tried >= 20, $"{tried} mutations tried");
        Assert.Equal(before, await ChecksumAsync(app.Beta));
    }

    /// <summary>One of everything, made by the mutations themselves.</summary>
    private async Task<Dictionary<string, string>> ObjectsAsync(TestAgency agency)
    {
        var clientId = await app.ClientAsync(agency, "Whole", "EUR");
        var goal = await app.ActiveGoalAsync(agency, clientId, "EUR");
        var objects = new Dictionary<string, string>
        {
            ["Client"] = clientId,
            ["Channel"] = await app.ChannelAsync(agency, clientId),
            ["Campaign"] = await app.CampaignAsync(agency, clientId, "Whole"),
            ["Purpose"] = goal.GetProperty("purpose").Text("id"),
            ["Goal"] = goal.Text("id"),
            ["Outcome"] = (await app.OutcomeAsync(agency, goal.Text("id"))).Text("id"),
            ["ApiToken"] = GlobalId.Format("ApiToken", agency.Analyst.Token.Id),
        };
        objects["Person"] = await app.PersonAsync(agency);
        objects["HourlyRate"] = (
            await app.HourlyRateAsync(agency, Workforce.NewRate(1m, "PERSON", objects["Person"], currency: "EUR"))
        ).Text("id");
        foreach (
            var name in new[]
            {
                "recordCost",
                "recordSale",
                "recordRefund",
                "recordTime",
                "recordAppearance",
                "recordSubscription",
                "declareNoCost",
                "allocateSharedCost",
                "setBudget",
            }
        )
        {
            var mutation = MutationInputs.All.Single(field => field.Name == name);
            var answer = await MutationInputs.SendAsync(
                app,
                agency.AnalystToken,
                mutation,
                MutationInputs.Fill(mutation, type => objects[type])
            );
            Assert.True(answer.TryGetProperty("data", out var data), answer.ToString());
            var value = data.GetProperty("result").GetProperty("value");
            Assert.True(value.ValueKind == JsonValueKind.Object, answer.ToString());
            objects[value.Text("__typename")] = value.Text("id");
        }
        return objects;
    }

    private async Task<string> RestrictedAsync(TestAgency agency, string role, string clientId) =>
        (
            await app.DoAsync(
                agency.OwnerToken,
                "tokens/CreateApiToken",
                new
                {
                    role,
                    label = "restricted",
                    clientIds = new[] { clientId },
                }
            )
        ).Text("text");

    // All rows of an agency in all tables, as a superuser sees them; when a token was used is no change of data.
    private async Task<object?> ChecksumAsync(TestAgency agency)
    {
        const string tables = """
            select string_agg(format('select %L || md5(coalesce(string_agg(t::text, %L order by t::text), %L)) from app.%I t where tenant_id = %L', table_name, ',', '', table_name, '{0}'), ' union all ')
            from information_schema.columns where table_schema = 'app' and column_name = 'tenant_id' and table_name <> 'api_tokens'
            """;
        var query = (string)
            (await app.Database.AsSuperuserAsync(tables.Replace("{0}", agency.Tenant.Id.ToString(), StringComparison.Ordinal)))!;
        return await app.Database.AsSuperuserAsync($"select string_agg(part, ' ' order by part) from ({query}) as parts (part)");
    }

    private static string Absent(string type) => GlobalId.Format(type, Guid.Parse("01890000-0000-7000-8000-000000000000"));

    private static IEnumerable<string> PayloadCodes(JsonElement answer) =>
        answer.GetProperty("data").GetProperty("result").GetProperty("errors").EnumerateArray().Select(error => error.Text("code"));

    private static IEnumerable<string> Codes(JsonElement answer) =>
        answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("extensions").Text("code"));

    private static string WithoutRequest(JsonElement answer) => RequestId().Replace(answer.ToString(), "");

    [GeneratedRegex(",?\"requestId\":\"[^\"]*\"")]
    private static partial Regex RequestId();
}
