using System.Diagnostics.CodeAnalysis;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem.Sdl;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// Makes a schema from a document in the schema definition language. It has no resolvers: it validates and describes.
/// A scalar that the specification does not define lets every literal pass.
/// </summary>
public static class SchemaFromSdl
{
    /// <exception cref="SyntaxError">The text is no document.</exception>
    /// <exception cref="SchemaException">The document breaks rules of the specification; all of them are in it.</exception>
    public static Schema Build(string sdl) => Build(Parser.ParseDocument(Source.FromText(sdl), ParserOptions.Trusted));

    /// <exception cref="SchemaException">The document breaks rules of the specification; all of them are in it.</exception>
    public static Schema Build(DocumentNode document) =>
        TryBuild(document, out var schema, out var errors) ? schema : throw new SchemaException(errors);

    /// <summary>The errors are those of the document as a document, or, when it has none, those of the schema it describes.</summary>
    public static bool TryBuild(
        DocumentNode document,
        [NotNullWhen(true)] out Schema? schema,
        [NotNullWhen(false)] out IReadOnlyList<GraphQLError>? errors
    )
    {
        ArgumentNullException.ThrowIfNull(document);
        schema = null;
        var sdl = new SdlDocument(document);
        errors = SdlRules.Check(sdl);
        if (errors.Count > 0)
            return false;

        var types = new SdlTypes(sdl);
        var described = types.ToBuilder().BuildUnchecked();
        errors = SchemaRules.Check(described, element => Locate(document, types.NodesOf(element)));
        if (errors.Count > 0)
            return false;

        schema = described;
        errors = null;
        return true;
    }

    private static IEnumerable<SourceLocation> Locate(DocumentNode document, IEnumerable<SyntaxNode> nodes) =>
        document.Source is { } source ? nodes.Where(node => node.Start >= 0).Select(node => source.GetLocation(node.Start)) : [];
}
