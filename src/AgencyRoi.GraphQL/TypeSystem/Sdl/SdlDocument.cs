using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Sdl;

/// <summary>The definitions of a schema document by name, each together with its extensions.</summary>
internal sealed class SdlDocument
{
    public SdlDocument(DocumentNode document)
    {
        Document = document;
        SchemaParts = [.. document.Definitions.OfType<SchemaDefinitionNode>()];
        Directives = [.. document.Definitions.OfType<DirectiveDefinitionNode>()];
        TypeParts = [.. document.Definitions.OfType<TypeDefinitionNode>()];
        Types = TypeParts
            .Where(part => !part.IsExtension)
            .DistinctBy(definition => definition.Name.Value)
            .ToDictionary(definition => definition.Name.Value, StringComparer.Ordinal);
        PartsByName = TypeParts.ToLookup(part => part.Name.Value, StringComparer.Ordinal);
    }

    public DocumentNode Document { get; }

    public IReadOnlyList<SchemaDefinitionNode> SchemaParts { get; }

    public IReadOnlyList<DirectiveDefinitionNode> Directives { get; }

    /// <summary>Definitions and extensions in the order of the document.</summary>
    public IReadOnlyList<TypeDefinitionNode> TypeParts { get; }

    /// <summary>The first definition of each name.</summary>
    public IReadOnlyDictionary<string, TypeDefinitionNode> Types { get; }

    public ILookup<string, TypeDefinitionNode> PartsByName { get; }

    /// <summary>All parts of one type, of the given kind of node.</summary>
    public IEnumerable<T> PartsOf<T>(string name)
        where T : TypeDefinitionNode => PartsByName[name].OfType<T>();

    /// <summary>The root operation types, by their default names when no schema definition names them.</summary>
    public IEnumerable<OperationTypeDefinitionNode> OperationTypes()
    {
        var named = SchemaParts.SelectMany(part => part.OperationTypes);
        return SchemaParts.Any(part => !part.IsExtension)
            ? named
            : Enum.GetValues<OperationType>().Where(kind => Types.ContainsKey(kind.ToString())).Select(ByDefaultName).Concat(named);
    }

    private OperationTypeDefinitionNode ByDefaultName(OperationType operation)
    {
        var name = Types[operation.ToString()].Name;
        return new OperationTypeDefinitionNode(operation, new NamedTypeNode(name) { Start = name.Start, End = name.End })
        {
            Start = name.Start,
            End = name.End,
        };
    }
}
