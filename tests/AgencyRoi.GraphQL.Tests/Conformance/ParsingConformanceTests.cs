using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>Texts are read and printed, or refused at the same place in the same words.</summary>
public sealed class ParsingConformanceTests
{
    [Fact]
    public void Texts_are_read_printed_and_refused_alike() => new Comparison("parsing", Theirs, Ours).Expect();

    private static IEnumerable<Finding> Theirs(JsonElement one) =>
        [one.TryGetProperty("error", out var error) ? error.GetString()! : one.GetProperty("printed").GetString()!]; // One of them is there.

    private static IEnumerable<Finding> Ours(JsonElement one)
    {
        var source = Source.FromText(one.GetProperty("text").GetString()!); // Every case has one.
        try
        {
            return [Printer.Print(Parser.ParseDocument(source, ParserOptions.Trusted))];
        }
        catch (SyntaxError error)
        {
            return [$"{error.Location.Line}:{error.Location.Column} {error.Message}"];
        }
    }
}
