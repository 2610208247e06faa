using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Entry.Demo;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>
/// A reader who tries a sample operation on the demo finds something in it: none is refused, and each list has items for some client. Each is asked until all
/// its lists had some; with <c>DEMO_OPERATIONS=all</c> of every client.
/// </summary>
[Collection(nameof(AskedDemo))]
public sealed partial class DemoOperationsTests(AskedDemo demo)
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("DEMO_OPERATIONS") == "all";

    /// <summary>Lists that stay empty in the demo, each with its reason.</summary>
    private static readonly SortedDictionary<string, string> LeftEmpty = new(StringComparer.Ordinal)
    {
        ["budgets/Budgets client.budgets.nodes.burn.caveats"] = "Nothing is missing of what was spent.",
        ["contacts/ContactStageRules client.contactStageRules"] = "The demo's stages are recorded.",
        ["contacts/LeadForms client.leadForms.nodes"] = "The demo's leads come by its other systems.",
        ["duplicates/SuspectedDuplicates client.suspectedDuplicates.nodes.outcome.sameAs"] =
            "The suspected pair is left for the reader to settle.",
        ["expectations/Expectations node.forecasts.nodes.actual.caveats"] = "What came is known in full.",
        ["expectations/Expectations node.pacing.caveats"] = "The same.",
        ["experiments/Experiments client.experiments.nodes.findings.warnings"] =
            "The demo's groups were made by chance and filled to the end.",
        ["interactions/Engagement client.engagement.database.findings"] = "The contacts grew with the audience.",
        ["key-metrics/KeyMetrics client.keyMetrics.previous.caveats"] = "The two years before the demo's have no figures.",
        ["key-metrics/KeyMetricsOfClients clients.nodes.keyMetrics.previous.caveats"] = "The same.",
        ["members/Invitations invitations.nodes"] = "Nobody is invited to the demo.",
        ["members/Members members.nodes"] = "The demo's callers have tokens.",
        ["paths/JourneyPaths client.journeyPaths.nodes"] = "The demo's journeys are touches; a path would count the same people again.",
        ["personal-data/ContactAccessRequest node.outcomes.nodes"] = "The demo's outcomes name none of its contacts.",
        ["personal-data/ContactAccessRequest node.streamFacts.nodes"] = "Nor do its referrals and retentions.",
        ["portal/PublishedRoi client.roi.byGoal.costAvoided.caveats"] = "Neither portal's client avoided a cost.",
        ["portal/PublishedRoi client.roi.byMonth.costAvoided.caveats"] = "The same.",
        ["portal/PublishedRoi client.roi.byStream.costAvoided.caveats"] = "The same.",
        ["portal/PublishedRoi client.roi.costAvoided.caveats"] = "The same.",
        ["reporting-delays/ProvisionalFigures client.roi.provisionalSources"] =
            "The demo's days ended before the last of its sources was due.",
        ["tokens/DeprecatedUse apiTokens.nodes.deprecatedUse"] = "Nobody has used anything that goes.",
        ["tokens/UnusedApiTokens apiTokens.nodes"] = "The demo's tokens are as young as the demo.",
    };

    [Fact]
    public async Task Every_reading_operation_is_answered_and_every_list_of_it_has_items_somewhere()
    {
        var ids = new Dictionary<DemoFileAgency, ILookup<string, string>>();
        foreach (var agency in demo.Agencies)
            ids[agency] = await IdsAsync(agency);
        var empty = new List<string>();
        foreach (var (file, text) in Files())
        foreach (var operation in Parser.ParseDocument(Source.FromText(text)).Definitions.OfType<OperationDefinitionNode>())
            if (operation.Operation == OperationType.Query)
                empty.AddRange(await EmptyListsAsync(file, text, operation, ids));

        Assert.Equal(LeftEmpty.Keys, empty.Order(StringComparer.Ordinal));
    }

    private async Task<IEnumerable<string>> EmptyListsAsync(
        string file,
        string text,
        OperationDefinitionNode operation,
        Dictionary<DemoFileAgency, ILookup<string, string>> ids
    )
    {
        var seen = new Dictionary<string, bool>();
        foreach (var agency in demo.Agencies)
        foreach (var variables in VariablesFor(file, text, operation, agency, ids[agency]))
        {
            if (!IsWhole && seen.Count > 0 && seen.All(list => list.Value))
                break;
            var token = file == "portal" ? agency.Tokens.Portal : agency.Tokens.Owner;
            Look(await AnswerAsync(token, new { documentId = $"{file}/{operation.Name!.Value}", variables }), "", seen);
        }
        Assert.NotEmpty(seen);
        return seen.Where(list => !list.Value).Select(list => $"{file}/{operation.Name!.Value} {list.Key}");
    }

    /// <summary>The data. A machine that is busy with other tests may need a second try; no other error is expected of any operation.</summary>
    private async Task<JsonElement> AnswerAsync(string token, object request)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await demo.AskAsync(token, request);
            if (!answer.TryGetProperty("errors", out var errors))
                return answer.GetProperty("data");
            Assert.True(
                tries < 4 && errors[0].GetProperty("extensions").Text("code") is ("TIMEOUT" or "UNAVAILABLE" or "THROTTLED"),
                $"{request} {errors}"
            );
        }
    }

    private static IEnumerable<Dictionary<string, object>> VariablesFor(
        string file,
        string text,
        OperationDefinitionNode operation,
        DemoFileAgency agency,
        ILookup<string, string> ids
    )
    {
        var names = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet();
        var known = new Dictionary<string, object>
        {
            ["period"] = file == "portal" ? Period("2025-07-01") : Period("2024-01-01"),
            ["month"] = "2025-12-01",
            ["interval"] = "MONTH",
            ["first"] = 10,
            ["impressions"] = 20_000,
            ["costPerThousand"] = 4.5m,
        };
        foreach (var name in known.Keys.Where(name => !names.Contains(name)).ToList())
            known.Remove(name);
        var (asked, type) =
            names.Contains("client") ? ("client", "Client")
            : names.Contains("id") ? ("id", TypeOfId(text, operation))
            : ("", "");
        return asked.Length == 0 ? [known]
            : file == "portal" ? [new(known) { [asked] = agency.PortalClient }]
            : ids[type].Select(id => new Dictionary<string, object>(known) { [asked] = id });
    }

    private static object Period(string from) => new { from, to = "2026-01-01" };

    /// <summary>What the operation asks of the node, or a client.</summary>
    private static string TypeOfId(string text, OperationDefinitionNode operation)
    {
        var start = text.IndexOf($"query {operation.Name!.Value}(", StringComparison.Ordinal);
        var body = text[start..text.IndexOf("\n}", start, StringComparison.Ordinal)];
        return NodeType().Match(body) is { Success: true } match ? match.Groups["type"].Value : "Client";
    }

    /// <summary>Notes of each root field whether there was anything, and of each list whether it ever had items.</summary>
    private static void Look(JsonElement element, string path, Dictionary<string, bool> seen)
    {
        var isList = element.ValueKind == JsonValueKind.Array;
        if (isList || path.Length > 0 && !path.Contains('.', StringComparison.Ordinal))
            seen[path] = seen.GetValueOrDefault(path) || (isList ? element.GetArrayLength() > 0 : element.ValueKind != JsonValueKind.Null);
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var field in element.EnumerateObject())
                Look(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}", seen);
        else if (isList)
            foreach (var item in element.EnumerateArray())
                Look(item, path, seen);
    }

    private async Task<ILookup<string, string>> IdsAsync(DemoFileAgency agency)
    {
        const string roots = "{ clients(first: 20) { nodes { __typename id } } clientGroups { nodes { __typename id } } }";
        const string parts = """
            query Ids($id: ID!) {
              client(id: $id) {
                purposes { nodes { __typename id } }
                goals { nodes { __typename id } }
                channels { nodes { __typename id } }
                campaigns { nodes { __typename id } }
                costs(first: 5) { nodes { __typename id } }
                outcomes(first: 10) { nodes { __typename id } }
                sales(first: 50) { nodes { __typename id refunds(first: 1) { nodes { __typename id } } } }
                streamFacts { nodes { __typename id } }
                attributionRuns { nodes { __typename id } }
                contacts(first: 5, order: [{ version: DESC }, { stage: DESC }, { stageSince: ASC }]) { nodes { __typename id } }
              }
            }
            """;
        var found = new List<(string Type, string Id)>();
        Collect(await demo.QueryAsync(agency.Tokens.Owner, roots), found);
        string[] clientIds = [.. found.Where(node => node.Type == "Client").Select(node => node.Id)];
        foreach (var id in clientIds)
            await HaveAttributionMadeAsync(agency, id);
        foreach (var id in clientIds)
            Collect(await demo.QueryAsync(agency.Tokens.Owner, parts, new { id }), found);
        return found.ToLookup(node => node.Type, node => node.Id);
    }

    // Nobody has asked for a run yet when a demo begins.
    private async Task HaveAttributionMadeAsync(DemoFileAgency agency, string clientId)
    {
        var input = new { clientId, period = Period("2024-01-01") };
        var started = await AnswerAsync(
            agency.Tokens.Owner,
            new { documentId = "attribution-runs/StartAttributionRun", variables = new { input } }
        );
        var run = started.GetProperty("startAttributionRun").GetProperty("attributionRun");
        while (run.Text("state") != "DONE")
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            var asked = new { documentId = "attribution-runs/AttributionRun", variables = new { id = run.Text("id") } };
            run = (await AnswerAsync(agency.Tokens.Owner, asked)).GetProperty("node");
        }
        var shown = new { id = run.Text("id"), version = run.GetProperty("version").GetInt64() };
        await AnswerAsync(
            agency.Tokens.Owner,
            new { documentId = "attribution-runs/PublishAttributionRun", variables = new { input = shown } }
        );
    }

    private static void Collect(JsonElement element, List<(string Type, string Id)> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Collect(item, found);
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("__typename", out var type) && element.TryGetProperty("id", out var id))
            found.Add((type.GetString()!, id.GetString()!)); // both are texts
        foreach (var field in element.EnumerateObject())
            Collect(field.Value, found);
    }

    private static IEnumerable<(string File, string Text)> Files() =>
        Directory
            .EnumerateFiles(Path.Combine(Checkout.Root, "schema", "operations"))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    [GeneratedRegex(@"\.\.\. on (?<type>\w+)")]
    private static partial Regex NodeType();
}
