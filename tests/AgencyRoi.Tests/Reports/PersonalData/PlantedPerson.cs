using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Records.IndirectValue;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Reports.PersonalData;

/// <summary>
/// Somebody whose address, name and handle stand in every text of every mutation that can name them: filled from the schema, so that a text that is added later is planted too.
/// </summary>
internal sealed class PlantedPerson
{
    public const string Address = "ada.lovelace@planted.example";
    public const string Name = "Augusta Ada King";
    public const string Handle = "countess_of_code";
    public const string Reference = $"crm {Name} {Address} {Handle}";
    private const string Device = $"cookie of {Name}";

    /// <summary>What names a contact in an input, or a fact that names one.</summary>
    public static readonly IReadOnlySet<string> Naming = new HashSet<string>(StringComparer.Ordinal)
    {
        "contactId",
        "contactReference",
        "contactReferences",
        "crmId",
        "customer",
        "device",
        "leadReference",
        "orderReference",
        "outcomeId",
        "referrer",
        "saleId",
        "visitorKey",
    };

    private readonly JourneyWorld world;

    private PlantedPerson(JourneyWorld world) => this.world = world;

    public HashSet<string> Filled { get; } = [];

    public string Contact { get; private set; } = "";

    public string Sale { get; private set; } = "";

    private static Schema Staff => IsolationWorld.Staff;

    public static async Task<PlantedPerson> CreateAsync(JourneyWorld world, string goal)
    {
        var person = new PlantedPerson(world);
        await person.JourneyAsync(goal);
        await person.StreamsAsync();
        await person.CardAsync();
        return person;
    }

    /// <summary>An input with every text planted that is not given; null leaves a field out.</summary>
    public static JsonObject Planted(InputObjectType input, JsonObject given)
    {
        foreach (var field in input.Fields)
        {
            if (given.TryGetPropertyValue(field.Name, out var value))
            {
                if (value is null)
                    given.Remove(field.Name);
                foreach (var nested in value is JsonArray list ? list.OfType<JsonObject>() : new[] { value }.OfType<JsonObject>())
                    Planted((InputObjectType)field.Type.Unwrapped, nested);
            }
            else if (field.Type.Unwrapped.Name == "String")
                given[field.Name] = field.Type.Nullable is ListType ? new JsonArray(Reference) : TextOf(field.Name);
        }
        return given;
    }

    private static string TextOf(string field) =>
        field switch
        {
            "contactReference" or "crmId" or "customer" => Reference,
            "visitorKey" or "device" => Device,
            "email" => Address,
            "handle" => Handle,
            // No address is taken there.
            "source" or "proof" => $"{field} {Name} {Handle}",
            _ => $"{field} {Name} {Address} {Handle}",
        };

    private async Task JourneyAsync(string goal)
    {
        await DoAsync(
            "recordTouch",
            new
            {
                touchedAt = "2025-03-01T09:00:00Z",
                channelId = world.Blog,
                legalBasis = "CONSENT",
                visitorKey = Nothing,
            }
        );
        await DoAsync(
            "recordTouch",
            new
            {
                touchedAt = "2025-03-10T20:00:00Z",
                channelId = world.Mail,
                legalBasis = "CONSENT",
                contactReference = Nothing,
                externalReference = $"second touch of {Name}",
            }
        );
        var sale = new
        {
            type = "SALE",
            occurredOn = "2025-03-10",
            occurredAt = "2025-03-10T21:00:00Z",
            amount = 100m,
            currency = "USD",
            quantity = 1m,
            partner = Nothing,
        };
        // What it said first stays in the ledger, with what takes it back.
        var stated = JsonSerializer.SerializeToNode(sale)!.AsObject();
        stated["orderReference"] = $"first order of {Name}";
        Sale = (await DoAsync("recordSale", stated)).Text("id");
        await DoAsync("recordSale", sale);
        await DoAsync(
            "recordRefund",
            new
            {
                saleId = Sale,
                occurredOn = "2025-03-20",
                amount = 30m,
                currency = "USD",
            }
        );
        var outcome = new
        {
            goalId = goal,
            occurredOn = "2025-03-11",
            quantity = 1m,
        };
        var lead = await DoAsync("recordOutcome", outcome);
        await world.App.Database.AsSuperuserAsync(
            $"""
            insert into app.duplicate_verdicts (tenant_id, client_id, outcome_id, sale_id, number, verdict, decided_at, decided_by, note)
            select s.tenant_id, s.client_id, '{JourneyWorld.KeyOf(
                lead.Text("id")
            )}', s.id, 1, 'NOT_THE_SAME', now(), 'test', 'both of {Name}'
            from app.sales s where s.id = '{JourneyWorld.KeyOf(Sale)}'
            """
        );
    }

    private async Task StreamsAsync()
    {
        foreach (
            var (kind, member) in new[] { ("Referral", "customer"), ("Retention", "contactReferences"), ("IndirectSale", "orderReference") }
        )
        {
            var input = StreamSample.Of(kind).Input(world.Client);
            input.Remove("externalReference");
            input["evidence"] = new JsonArray(new JsonObject { ["kind"] = "LINK" });
            input["content"]!.AsObject().Remove(member);
            await DoAsync($"record{kind}", input);
        }
    }

    private async Task CardAsync()
    {
        var stage = await DoAsync(
            "recordContactStage",
            new
            {
                contactId = Nothing,
                stage = "CUSTOMER",
                occurredOn = "2025-03-10",
                networkCode = "FACEBOOK",
            }
        );
        Contact = await world.ContactOfAsync(stage.Text("id"));
        await DoAsync(
            "recordContactLegalBasis",
            new
            {
                contactId = Contact,
                purpose = "MARKETING",
                legalBasis = "CONSENT",
                effectiveFrom = "2025-01-01",
                networkCode = "FACEBOOK",
            }
        );
        var attribute = new
        {
            clientId = world.Client,
            code = "NEED",
            name = "Need",
            question = "What do you need?",
            isWanted = true,
            isNeed = true,
        };
        await world.App.AskAsync(
            world.App.Alpha.StaffToken,
            "mutation ($input: CreateProfileAttributeInput!) { createProfileAttribute(input: $input) { errors { __typename } } }",
            new { input = attribute }
        );
        await DoAsync(
            "recordContactAttribute",
            new
            {
                contactId = Contact,
                attributeCode = "NEED",
                occurredOn = "2025-03-01",
                networkCode = "FACEBOOK",
            }
        );
        await DoAsync(
            "recordContactOffer",
            new
            {
                contactId = Contact,
                offerCode = "LOAF",
                occurredOn = "2025-03-12",
                needCode = "NEED",
                answer = "ACCEPTED",
                answeredOn = "2025-03-13",
                networkCode = "FACEBOOK",
            }
        );
    }

    private static string? Nothing => null;

    private async Task<JsonElement> DoAsync(string mutation, object given)
    {
        var input = Documents.InputOf(Staff, mutation);
        Filled.Add(mutation);
        var filled = given as JsonObject ?? JsonSerializer.SerializeToNode(given)!.AsObject();
        if (input.Fields.Any(field => field.Name == "clientId") && mutation != "recordRefund")
            filled["clientId"] = world.Client;
        var answer = await world.App.AskAsync(
            world.App.Alpha.StaffToken,
            Documents.Mutation(Staff, mutation),
            new { input = Planted(input, filled) }
        );
        Assert.True(Documents.Succeeded(answer), $"{mutation}: {answer}");
        return answer.GetProperty("data").GetProperty(mutation).EnumerateObject().First().Value;
    }
}

internal static class PersonWorld
{
    /// <summary>The contact of a stage.</summary>
    public static async Task<string> ContactOfAsync(this JourneyWorld world, string stage)
    {
        var answer = await world.App.AskAsync(
            world.App.Alpha.StaffToken,
            "query ($id: ID!) { node(id: $id) { ... on ContactStage { contact { id } } } }",
            new { id = stage }
        );
        return answer.GetProperty("data").GetProperty("node").GetProperty("contact").Text("id");
    }

    public static async Task<JsonElement> KeptAsync(this JourneyWorld world, string contact) =>
        (
            await world.App.SendAsync(world.App.Alpha.StaffToken, "personal-data/ContactAccessRequest", new { id = contact, first = 100 })
        ).GetProperty("node");

    public static async Task<JsonElement> EraseAsync(this JourneyWorld world, string contact)
    {
        var input = new { id = contact, version = await world.VersionAsync(contact) };
        var answer = await world.App.AnswerAsync(world.App.Alpha.OwnerToken, "personal-data/EraseContact", new { input });
        Assert.False(
            answer.TryGetProperty("errors", out _),
            $"{answer} {string.Join('\n', (world.App as LoggedApp)?.Log.Lines.Select(line => line.Failure).OfType<string>() ?? [])}"
        );
        return answer.GetProperty("data").GetProperty("eraseContact").GetProperty("contact");
    }

    public static async Task<long> VersionAsync(this JourneyWorld world, string contact)
    {
        var answer = await world.App.AskAsync(
            world.App.Alpha.StaffToken,
            "query ($id: ID!) { node(id: $id) { ... on Contact { version } } }",
            new { id = contact }
        );
        return answer.GetProperty("data").GetProperty("node").Long("version");
    }

    /// <summary>Every figure of the client that facts of people enter, as it is answered.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FiguresAsync(this JourneyWorld world)
    {
        var figures = new Dictionary<string, string>();
        foreach (
            var operation in new[]
            {
                "client-roi/ClientRoi",
                "client-roi/RoiOverTime",
                "client-roi/RoiByActionClass",
                "client-roi/PartsOfClient",
                "explain-roi/ExplainRoi",
                "journeys/Attribution",
                "journeys/PartnerSales",
                "customers/CustomerValue",
                "customers/ReferralChain",
                "key-metrics/KeyMetrics",
                "profiles/OfferReport",
            }
        )
            figures[operation] = (
                await world.App.SendAsync(
                    world.App.Alpha.OwnerToken,
                    operation,
                    new
                    {
                        client = world.Client,
                        period = Bookkeeping.Period(),
                        interval = "DAY",
                        first = 100,
                    }
                )
            ).GetRawText();
        return figures;
    }
}
