using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Sdl;

/// <summary>
/// What must hold of a schema document before types can be made from it: names that are unique, known and of the right kind,
/// and directives used as they are defined. What the types must be like is said by <see cref="SchemaRules"/>.
/// https://spec.graphql.org/September2025/#sec-Type-System
/// </summary>
internal static class SdlRules
{
    public static IReadOnlyList<GraphQLError> Check(SdlDocument sdl)
    {
        var errors = new List<GraphQLError>();
        Report report = (message, nodes) => errors.Add(GraphQLError.At(sdl.Document, message, nodes));
        OnlyTypeSystemDefinitions(sdl, report);
        NoBuiltInTypes(sdl, report);
        SdlUniqueness.Check(sdl, report);
        SdlReferences.CheckNames(sdl, report);
        SdlDirectives.Check(sdl, report);
        // Of what kind a thing is can be said when it is clear which thing is meant.
        if (errors.Count == 0)
            SdlReferences.CheckKinds(sdl, report);
        return errors;
    }

    private static void OnlyTypeSystemDefinitions(SdlDocument sdl, Report report)
    {
        foreach (var definition in sdl.Document.Definitions.OfType<ExecutableDefinitionNode>())
            report("A schema document can only contain type system definitions and extensions.", definition);
    }

    /// <summary>A document may repeat a built-in scalar, as graphql-js allows, but not make something else of a type that every schema has.</summary>
    private static void NoBuiltInTypes(SdlDocument sdl, Report report)
    {
        foreach (var part in sdl.TypeParts.Where(part => !part.IsExtension))
        {
            var name = part.Name.Value;
            if (Introspection.Types.Any(type => type.Name == name))
                report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", part.Name);
            else if (StandardScalars.IsBuiltIn(name) && part is not ScalarTypeDefinitionNode)
                report($"Type \"{name}\" is a built-in scalar and cannot be defined as anything else.", part.Name);
        }
    }

    /// <summary>Takes an error at nodes of the document.</summary>
    internal delegate void Report(string message, params ReadOnlySpan<SyntaxNode> nodes);
}
