using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>Type system documents make a schema, or are refused with as many errors in the same words at the same places.</summary>
public sealed class SchemaConformanceTests
{
    [Fact]
    public void Schemas_are_built_and_refused_alike() => new Comparison("schemas", Theirs, Ours).Expect();

    // Both sides go over a document more than once, each in its own order.
    private static IEnumerable<Finding> Theirs(JsonElement one) =>
        one.GetProperty("errors")
            .EnumerateArray()
            .Select(error => error.GetString()!)
            .Order(StringComparer.Ordinal)
            .Select(error => (Finding)error); // Errors are strings.

    private static IEnumerable<Finding> Ours(JsonElement one)
    {
        var document = Parser.ParseDocument(Source.FromText(one.GetProperty("sdl").GetString()!), ParserOptions.Trusted); // Every case has one.
        return SchemaFromSdl.TryBuild(document, out _, out var errors)
            ? []
            : errors.Select(Spell).Order(StringComparer.Ordinal).Select(error => (Finding)error);
    }

    private static string Spell(GraphQLError error) => $"{Places.Of(error)} {error.Message}";
}
