using System.Text.Json;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>Documents are valid, or have as many errors at the same places in the same order.</summary>
public sealed class ValidationConformanceTests
{
    private static readonly Schema Schema = SchemaFromSdl.Build(Fixtures.Text("museum.graphql"));

    [Fact]
    public void Documents_are_validated_alike() => new Comparison("validation", Theirs, Ours).Expect();

    /// <summary>The name of a rule, a space and the places: the rule is for people.</summary>
    private static IEnumerable<Finding> Theirs(JsonElement one) =>
        one.GetProperty("errors")
            .EnumerateArray()
            .Select(error => error.GetString()!)
            .Select(error => new Finding(error[(error.IndexOf(' ') + 1)..], error)); // Errors are strings.

    private static IEnumerable<Finding> Ours(JsonElement one) =>
        Validator
            .Validate(Schema, Parse(one.GetProperty("document").GetString()!), Unlimited) // Every case has one.
            .Select(error => new Finding(Places.Of(error), $"{Places.Of(error)} {error.Message}"));
}
