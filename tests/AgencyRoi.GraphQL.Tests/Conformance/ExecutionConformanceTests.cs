using System.Text.Json;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>Operations give the same data in the same order, and as many errors with the same paths and places; those of a request in the same words.</summary>
public sealed class ExecutionConformanceTests
{
    private static readonly object[] Roots = [.. Fixtures.Cases("roots").Select(root => JsonRoot.Value(root)!)]; // A root is an object.

    private static readonly GraphQLEngine Engine = new(
        JsonRoot.Executable(SchemaFromSdl.Build(Fixtures.Text("museum.graphql"))),
        new ExecutionOptions
        {
            Validation = Unlimited,
            Cost = new() { MaxCost = long.MaxValue },
        }
    );

    [Fact]
    public void Operations_are_executed_alike() => new Comparison("execution", Theirs, Ours).Expect();

    private static IEnumerable<Finding> Theirs(JsonElement one) =>
        Findings(one, error => error.TryGetProperty("locations", out var places) ? places.GetString()! : "");

    private static IEnumerable<Finding> Ours(JsonElement one)
    {
        var request = new GraphQLRequest(one.GetProperty("document").GetString()!) // Every case has one.
        {
            Variables = one.GetProperty("variables"),
            OperationName = one.TryGetProperty("operationName", out var name) ? name.GetString() : null,
        };
        var context = new OperationContext { RootValue = Roots[one.GetProperty("root").GetInt32()] };
        // Nothing here waits for anything.
        using var response = Engine.ExecuteAsync(request, context).AsTask().Result;
        return Findings(JsonElement.Parse(response.ToString()), PlacesOf);
    }

    private static IEnumerable<Finding> Findings(JsonElement answer, Func<JsonElement, string> placesOf)
    {
        yield return answer.TryGetProperty("data", out var data) ? JsonSerializer.Serialize(data) : "no data";
        if (!answer.TryGetProperty("errors", out var errors))
            yield break;
        foreach (var error in errors.EnumerateArray())
        {
            if (error.TryGetProperty("path", out var path))
                yield return $"{path.GetRawText()} at {placesOf(error)}";
            else
                yield return $"request at {placesOf(error)}: {error.GetProperty("message").GetString()}";
        }
    }

    private static string PlacesOf(JsonElement error) =>
        error.TryGetProperty("locations", out var places)
            ? string.Join(' ', places.EnumerateArray().Select(at => $"{at.GetProperty("line")}:{at.GetProperty("column")}"))
            : "";
}
