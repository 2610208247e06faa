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
        var types = new Dictionary<string, TypeDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in TypeParts.Where(part => !part.IsExtension))
            types[definition.Name.Value] = definition;
        Types = types;
        PartsByName = TypeParts.ToLookup(part => part.Name.Value, StringComparer.Ordinal);
    }

    public DocumentNode Document { get; }

    public IReadOnlyList<SchemaDefinitionNode> SchemaParts { get; }

    public IReadOnlyList<DirectiveDefinitionNode> Directives { get; }

    /// <summary>Definitions and extensions in the order of the document.</summary>
    public IReadOnlyList<TypeDefinitionNode> TypeParts { get; }

    /// <summary>The last definition of each name: there can be only one, which is said elsewhere.</summary>
    public IReadOnlyDictionary<string, TypeDefinitionNode> Types { get; }

    public ILookup<string, TypeDefinitionNode> PartsByName { get; }

    /// <summary>All parts of one type, of the given kind of node.</summary>
    public IEnumerable<T> PartsOf<T>(string name)
        where T : TypeDefinitionNode => PartsByName[name].OfType<T>();

    /// <summary>The definition of a type, then its extensions.</summary>
    public IEnumerable<TypeDefinitionNode> AllPartsOf(string name) => PartsByName[name].OrderBy(part => part.IsExtension);

    /// <summary>Each time that a type names another as an interface or as its member.</summary>
    public IEnumerable<NamedTypeNode> Mentions(string by, string of) =>
        AllPartsOf(by)
            .SelectMany(part =>
                part switch
                {
                    ComplexTypeDefinitionNode complex => complex.Interfaces,
                    UnionTypeDefinitionNode union => union.Types,
                    _ => [],
                }
            )
            .Where(reference => reference.Name.Value == of);

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
        // Nobody wrote the name of the type here: its definition is what an error points at.
        var definition = Types[operation.ToString()];
        return new OperationTypeDefinitionNode(
            operation,
            new NamedTypeNode(definition.Name) { Start = definition.Start, End = definition.End }
        )
        {
            Start = definition.Start,
            End = definition.End,
        };
    }
}
