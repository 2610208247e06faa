using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

/// <summary>One schema document and what is said about it.</summary>
internal static class SdlCase
{
    /// <summary>Each error as its message and where it points: "message @2:3 @5:1".</summary>
    public static string[] Errors(string sdl)
    {
        var document = Parser.ParseDocument(Source.FromText(sdl));
        return SchemaFromSdl.TryBuild(document, out _, out var errors) ? [] : [.. errors.Select(Spell)];
    }

    public static void ExpectValid(string sdl) => Assert.Empty(Errors(sdl));

    public static void ExpectErrors(string sdl, params string[] expected) => Assert.Equal(expected, Errors(sdl));

    private static string Spell(GraphQLError error) =>
        string.Join(" @", error.Locations.Select(location => $"{location.Line}:{location.Column}").Prepend(error.Message));
}
