using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Inputs;

[CollectionDefinition(Name)]
public sealed class InputCollection : ICollectionFixture<IsolationWorld>
{
    public const string Name = "inputs";
}

internal static partial class InputCaller
{
    /// <summary>Asks with a value in a place, and with an input of the mutation around it if there is one.</summary>
    public static async Task<(HttpStatusCode Status, string Answer)> AskAsync(
        this IsolationWorld world,
        Caller caller,
        InputPlace place,
        JsonNode? value,
        string? document = null
    )
    {
        var variables = new JsonObject { ["v"] = value };
        if (place.Around is { } input)
            variables["input"] = await world.FirstClient.InputAsync(input);
        return await AskAsync(caller, document ?? place.Document, variables);
    }

    private static async Task<(HttpStatusCode Status, string Answer)> AskAsync(Caller caller, string document, JsonObject variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new JsonObject { ["query"] = document, ["variables"] = variables }),
        };
        if (document.StartsWith("subscription", StringComparison.Ordinal))
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var answer = await caller.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("\"(INTERNAL|UNAVAILABLE|TIMEOUT)\"")]
    public static partial Regex Faults();
}

/// <summary>What takes objects away comes last, so that the others are tried on objects that are there.</summary>
internal static class InputOrder
{
    private static readonly string[] Last =
    [
        "Archive",
        "Retract",
        "Revoke",
        "Cancel",
        "End",
        "Remove",
        "Delete",
        "Void",
        "Close",
        "Reopen",
    ];

    public static IReadOnlyList<InputPlace> Of(Schema schema, Holdings holdings) =>
        ByVerb(new InputPlaces(schema, holdings).Find(), place => place.Coordinate);

    public static IReadOnlyList<T> ByVerb<T>(IEnumerable<T> places, Func<T, string> nameOf) =>
        [.. places.OrderBy(place => Last.Any(verb => nameOf(place).StartsWith(verb, StringComparison.Ordinal)))];
}
