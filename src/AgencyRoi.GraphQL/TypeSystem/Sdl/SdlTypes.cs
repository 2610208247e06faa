using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem.Rules;
using AgencyRoi.GraphQL.TypeSystem.Scalars;

namespace AgencyRoi.GraphQL.TypeSystem.Sdl;

/// <summary>
/// Makes the types of a schema document that has passed <see cref="SdlRules"/>: first all of them empty, then, when every
/// name can be looked up, their members.
/// </summary>
internal sealed class SdlTypes
{
    private readonly SdlDocument sdl;
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);

    /// <summary>Which node an element of the schema was read from.</summary>
    private readonly Dictionary<object, SyntaxNode> origins = new(ReferenceEqualityComparer.Instance);

    public SdlTypes(SdlDocument sdl)
    {
        this.sdl = sdl;
        foreach (var scalar in StandardScalars.BuiltIn)
            types.Add(scalar.Name, scalar);
        foreach (var definition in sdl.Types.Values.Where(definition => !types.ContainsKey(definition.Name.Value)))
            types.Add(definition.Name.Value, Remember(CreateEmpty(definition), definition));
        foreach (var definition in sdl.Types.Values)
            Fill(types[definition.Name.Value], definition);
    }

    /// <summary>Where an element of the schema, or an <see cref="ElementPlace"/>, stands in the document.</summary>
    public IEnumerable<SyntaxNode> NodesOf(object element) =>
        element switch
        {
            ElementPlace.TypeOf place => TypesWritten(origins.GetValueOrDefault(place.Member)),
            ElementPlace.DeprecationOf { Member: var member } => origins.GetValueOrDefault(member) is InputValueDefinitionNode input
                ? input.Directives.Where(directive => directive.Name.Value == "deprecated").Take(1)
                : [],
            ElementPlace.Mentions place => sdl.Mentions(place.By.Name, place.Of.Name),
            ElementPlace.AllOf place => sdl.AllPartsOf(place.Type.Name),
            _ => origins.TryGetValue(element, out var node) ? [node] : [],
        };

    public SchemaBuilder ToBuilder()
    {
        var builder = new SchemaBuilder();
        foreach (var definition in sdl.Types.Values)
            builder.AddType(types[definition.Name.Value]);
        foreach (var definition in sdl.Directives)
            builder.AddDirective(CreateDirective(definition));
        foreach (var root in sdl.OperationTypes())
            builder.SetRootType(root.Operation, (ObjectType)types[root.Type.Name.Value]);
        foreach (var part in sdl.SchemaParts)
        {
            builder.Description ??= part.Description?.Value;
            foreach (var directive in Applied(part.Directives))
                builder.Apply(directive);
        }
        return builder;
    }

    private static IEnumerable<SyntaxNode> TypesWritten(SyntaxNode? member) =>
        member switch
        {
            FieldDefinitionNode field => [field.Type],
            InputValueDefinitionNode input => [input.Type],
            _ => [],
        };

    private static NamedType CreateEmpty(TypeDefinitionNode definition)
    {
        var name = definition.Name.Value;
        return definition switch
        {
            ScalarTypeDefinitionNode => new CustomScalar(name),
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            _ => new InputObjectType(name),
        };
    }

    private void Fill(NamedType type, TypeDefinitionNode definition)
    {
        // The built-in scalars are everybody's: a document that repeats one does not change it.
        if (type is ScalarType && StandardScalars.IsBuiltIn(type.Name))
            return;
        var parts = sdl.PartsByName[type.Name];
        var directives = parts.SelectMany(part => part.Directives).ToArray();
        type.Description = definition.Description?.Value;
        type.Directives = Applied(directives);
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedBy = TextArgument(directives, "specifiedBy", "url");
                break;
            case ComplexType complex:
                var complexParts = sdl.PartsOf<ComplexTypeDefinitionNode>(type.Name).ToArray();
                complex.Interfaces =
                [
                    .. complexParts.SelectMany(part => part.Interfaces).Select(reference => (InterfaceType)types[reference.Name.Value]),
                ];
                complex.Fields = new(complexParts.SelectMany(part => part.Fields).Select(CreateField));
                break;
            case UnionType union:
                var members = sdl.PartsOf<UnionTypeDefinitionNode>(type.Name).SelectMany(part => part.Types);
                union.Types = [.. members.Select(reference => (ObjectType)types[reference.Name.Value])];
                break;
            case EnumType enumType:
                enumType.Values = new(
                    sdl.PartsOf<EnumTypeDefinitionNode>(type.Name).SelectMany(part => part.Values).Select(CreateEnumValue)
                );
                break;
            case InputObjectType input:
                input.Fields = new(
                    sdl.PartsOf<InputObjectTypeDefinitionNode>(type.Name).SelectMany(part => part.Fields).Select(CreateInput)
                );
                input.IsOneOf = directives.Any(directive => directive.Name.Value == "oneOf");
                break;
        }
    }

    private FieldDefinition CreateField(FieldDefinitionNode node) =>
        Remember(
            new FieldDefinition(node.Name.Value, Resolve(node.Type))
            {
                Description = node.Description?.Value,
                Arguments = new(node.Arguments.Select(CreateInput)),
                DeprecationReason = DeprecationReason(node.Directives),
                Directives = Applied(node.Directives),
            },
            node
        );

    private InputValueDefinition CreateInput(InputValueDefinitionNode node) =>
        Remember(
            new InputValueDefinition(node.Name.Value, Resolve(node.Type))
            {
                Description = node.Description?.Value,
                DefaultValue = node.DefaultValue,
                DeprecationReason = DeprecationReason(node.Directives),
                Directives = Applied(node.Directives),
            },
            node
        );

    private EnumValueDefinition CreateEnumValue(EnumValueDefinitionNode node) =>
        Remember(
            new EnumValueDefinition(node.Name.Value)
            {
                Description = node.Description?.Value,
                DeprecationReason = DeprecationReason(node.Directives),
                Directives = Applied(node.Directives),
            },
            node
        );

    private DirectiveDefinition CreateDirective(DirectiveDefinitionNode node) =>
        Remember(
            new DirectiveDefinition(node.Name.Value)
            {
                Description = node.Description?.Value,
                Arguments = new(node.Arguments.Select(CreateInput)),
                IsRepeatable = node.IsRepeatable,
                Locations = [.. node.Locations.Select(name => DirectiveLocationName.Parse(name.Value))],
            },
            node
        );

    private GraphQLType Resolve(TypeNode node) =>
        node switch
        {
            ListTypeNode list => new ListType(Resolve(list.Type)),
            NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
            _ => types[((NamedTypeNode)node).Name.Value],
        };

    /// <summary>The directives that have no member of their own on the element.</summary>
    private static AppliedDirective[] Applied(IEnumerable<DirectiveNode> directives) =>
        [
            .. directives
                .Where(directive => directive.Name.Value is not ("deprecated" or "specifiedBy" or "oneOf"))
                .Select(directive => new AppliedDirective(directive.Name.Value, directive.Arguments)),
        ];

    private static string? DeprecationReason(IReadOnlyList<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name.Value == "deprecated")
            ? TextArgument(directives, "deprecated", "reason") ?? BuiltInDirectives.DefaultDeprecationReason
            : null;

    private static string? TextArgument(IReadOnlyList<DirectiveNode> directives, string directiveName, string argumentName)
    {
        var directive = directives.FirstOrDefault(directive => directive.Name.Value == directiveName);
        var argument = directive?.Arguments.FirstOrDefault(argument => argument.Name.Value == argumentName);
        return (argument?.Value as StringValueNode)?.Value;
    }

    private T Remember<T>(T element, SyntaxNode node)
        where T : class
    {
        origins.Add(element, node);
        return element;
    }
}
