using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>One real object of every kind, entered over the API for one client: what others must not see.</summary>
internal sealed class Holdings
{
    // In this order each finds what it refers to.
    private static readonly (string Mutation, string Slot)[] Steps =
    [
        ("setExchangeRate", "ExchangeRate"),
        ("setKpiDefinition", "KpiDefinition"),
        ("setEvidencePolicy", "EvidencePolicy"),
        ("setReportingDelay", "ReportingDelay"),
        ("createClient", "Client"),
        ("createClientGroup", "ClientGroup"),
        ("createApiToken", "ApiToken"),
        ("inviteMember", "Member"),
        ("inviteMember", "Invitation"),
        ("createNetwork", Network),
        ("createPurpose", "Purpose"),
        ("createChannel", "Channel"),
        ("createCampaign", Ids.ParentCampaign),
        ("createCampaign", "Campaign"),
        ("createGoal", "Goal"),
        ("setGoalValue", "GoalValue"),
        ("activateGoal", "Goal"),
        ("recordGoalForecast", "GoalForecast"),
        ("recordOutcome", "Outcome"),
        ("recordCost", "Cost"),
        ("setAttributionPolicy", "AttributionPolicy"),
        ("setProcessingNotice", "ProcessingNotice"),
        ("recordTouch", "Touch"),
        ("recordContactStage", "ContactStage"),
        ("recordContactLegalBasis", "ContactLegalBasis"),
        ("recordContactStage", Ids.MergedContact),
        ("mergeContacts", Contact),
        ("createProfileAttribute", "ProfileAttribute"),
        ("recordContactAttribute", "ContactAttribute"),
        ("recordContactStage", Ids.ErasedContact),
        ("eraseContact", Ids.ErasedContact),
        ("recordContactOffer", "ContactOffer"),
        ("createAudienceSegment", "AudienceSegment"),
        ("createMessageVariant", "MessageVariant"),
        ("recordMessageResult", "MessageResult"),
        ("createExperiment", "Experiment"),
        ("startExperiment", "Experiment"),
        ("recordExperimentResult", "ExperimentResult"),
        ("recordJourneyPath", "JourneyPath"),
        ("recordSale", "Sale"),
        ("recordRefund", "Refund"),
        ("startAttributionRun", "AttributionRun"),
        ("createPerson", "Person"),
        ("createHourlyRate", "HourlyRate"),
        ("recordTimeEntry", "TimeEntry"),
        ("recordAppearance", "StreamFact"),
        ("recordToolSubscription", "ToolSubscription"),
        ("recordNoCostDeclaration", "NoCostDeclaration"),
        ("recordCostAllocation", "CostAllocation"),
        ("setBudget", "Budget"),
        ("recordKeywordVisits", "KeywordVisits"),
        ("setKeywordPrice", "KeywordPrice"),
        ("recordMention", "Mention"),
        ("recordRating", "Rating"),
        ("recordSurveyAnswer", "SurveyAnswer"),
        ("recordAudienceAudit", "AudienceAudit"),
        ("recordVolumeMetric", "VolumeMetric"),
        ("recordInteractionCount", "InteractionCount"),
        ("recordAudienceActivity", "AudienceActivity"),
        ("recordConsumerBenefit", "ConsumerBenefit"),
        ("setKeyMetricList", KeyMetrics),
        ("setContactStageRuleList", StageRules),
        ("createLeadForm", "LeadForm"),
        ("settleSuspectedDuplicate", Decision),
    ];

    // A network has a code and no id, a list of key metrics and a decision on two facts neither.
    private const string Network = "Network";
    private const string KeyMetrics = "KeyMetrics";
    private const string StageRules = "StageRules";
    private const string Decision = "Decision";

    // Comes to be beside its first stage.
    private const string Contact = "Contact";

    private readonly Dictionary<string, string> ids = [];
    private readonly IsolationWorld world;
    private readonly string marker;
    private readonly decimal amount;

    private Holdings(IsolationWorld world, string marker, decimal amount) =>
        (this.world, this.marker, this.amount, Filler) = (world, marker, amount, new InputFiller(marker, amount));

    public InputFiller Filler { get; }

    /// <summary>The text of a token that is restricted to this client.</summary>
    public string RestrictedToken { get; private set; } = "";

    public IEnumerable<string> Slots => ids.Keys;

    public string this[string slot] =>
        ids.TryGetValue(slot, out var id) ? id : throw new InvalidOperationException($"Nobody made a {slot} to try ids with.");

    public bool Has(string slot) => ids.ContainsKey(slot);

    /// <summary>What must not be in an answer to somebody else: the ids in both forms, the texts, the amounts.</summary>
    public IEnumerable<string> Traces =>
        ids.Values.Concat(ids.Values.Select(IsolationWorld.KeyOf).Select(key => key.ToString())).Concat([marker, $"{amount}"]);

    public static async Task<Holdings> MakeAsync(IsolationWorld world, Caller owner, string marker, decimal amount)
    {
        var made = new Holdings(world, marker, amount);
        foreach (var (mutation, slot) in Steps)
            await made.MakeAsync(owner, mutation, slot);
        await made.FindHistoriesAsync(owner);
        return made;
    }

    /// <summary>An input filled with the objects of these holdings, but for what <paramref name="instead"/> says by field or by slot.</summary>
    public async Task<JsonObject> InputAsync(InputObjectType input, Func<string, string, string?>? instead = null)
    {
        var filled = Filler.Fill(input, (field, slot) => instead?.Invoke(field, slot) ?? this[slot]);
        if (input.Fields.Any(field => field.Name == "version") && filled["id"] is { } id)
            filled["version"] = await world.VersionAsync((string)id!) ?? 1;
        return filled;
    }

    // No mutation answers with these: they come to be beside what it changes.
    private async Task FindHistoriesAsync(Caller owner)
    {
        const string document = """
            query ($client: ID!) {
              client(id: $client) { profiles(first: 1) { nodes { id } } goals(first: 1) { nodes { aims(first: 1) { nodes { id } } } } }
            }
            """;
        var answer = await owner.ReadAsync(document, new JsonObject { ["client"] = this["Client"] });
        var client = answer.GetProperty("data").GetProperty("client");
        ids["ClientProfile"] = IdIn(client, "profiles");
        ids["GoalAim"] = IdIn(client.GetProperty("goals").GetProperty("nodes")[0], "aims");

        static string IdIn(JsonElement parent, string list) =>
            parent.GetProperty(list).GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    private async Task MakeAsync(Caller owner, string mutation, string slot)
    {
        if (slot == "KeywordPrice")
            await RateOfTheMonthAsync(owner);
        var input = Documents.InputOf(IsolationWorld.Staff, mutation);
        var filled = await InputAsync(
            input,
            (_, wanted) => (slot == Ids.ParentCampaign && wanted == slot) || (wanted == Contact && !Has(Contact)) ? "" : null
        );
        if (slot == Ids.ParentCampaign)
            filled["parentId"] = null;
        // Nobody is known yet: the keys make the first one.
        if (filled.ContainsKey("contactId") && (!Has(Contact) || slot is Ids.MergedContact or Ids.ErasedContact))
            filled["contactId"] = null;
        // Once merged, the two are one contact that was reached and went on.
        if (mutation == "recordContactStage")
            filled["stage"] = slot == Ids.MergedContact ? "LEAD" : "REACHED";
        var answer = await owner.ReadAsync(Documents.Mutation(IsolationWorld.Staff, mutation), new JsonObject { ["input"] = filled });
        Assert.True(Documents.Succeeded(answer), $"{mutation}: {answer}");
        var made = answer.GetProperty("data").EnumerateObject().Single().Value.EnumerateObject().First().Value;
        if (made.TryGetProperty("apiToken", out var token))
            (made, RestrictedToken) = (token, made.GetProperty("token").GetString()!);
        if (made.TryGetProperty("invitation", out var invitation))
        {
            ids[slot] = slot == "Member" ? await world.AcceptAsync(made.Text("secret")) : invitation.Text("id");
            return;
        }
        if (slot is not (Network or KeyMetrics or StageRules or Decision))
            ids[slot] = made.GetProperty("id").GetString()!;
        if (mutation == "recordContactStage")
            ids[slot is Ids.MergedContact or Ids.ErasedContact ? slot : Contact] = await ContactOfAsync(owner, ids[slot]);
    }

    private static async Task<string> ContactOfAsync(Caller owner, string stage)
    {
        const string document = "query ($id: ID!) { node(id: $id) { ... on ContactStage { contact { id } } } }";
        var answer = await owner.ReadAsync(document, new JsonObject { ["id"] = stage });
        return answer.GetProperty("data").GetProperty("node").GetProperty("contact").GetProperty("id").GetString()!;
    }

    // A term's price counts from the first of its month on, which the rate of a later day does not reach.
    private static async Task RateOfTheMonthAsync(Caller owner)
    {
        var rate = new JsonObject
        {
            ["baseCurrency"] = "USD",
            ["quoteCurrency"] = "EUR",
            ["day"] = "2025-05-01",
            ["granularity"] = "MONTH",
            ["rate"] = 1m,
            ["source"] = "the test",
        };
        var document = Documents.Mutation(IsolationWorld.Staff, "setExchangeRate");
        Assert.True(Documents.Succeeded(await owner.ReadAsync(document, new JsonObject { ["input"] = rate })));
    }
}
