using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Sdl;

/// <summary>Walks over a schema document that more than one rule needs.</summary>
internal static class SdlNodes
{
    /// <summary>Every reference to a type by its name.</summary>
    public static IEnumerable<NamedTypeNode> TypeReferences(SdlDocument sdl)
    {
        foreach (var reference in sdl.SchemaParts.SelectMany(part => part.OperationTypes))
            yield return reference.Type;
        foreach (var reference in sdl.TypeParts.OfType<ComplexTypeDefinitionNode>().SelectMany(part => part.Interfaces))
            yield return reference;
        foreach (var reference in sdl.TypeParts.OfType<UnionTypeDefinitionNode>().SelectMany(part => part.Types))
            yield return reference;
        foreach (var field in sdl.TypeParts.OfType<ComplexTypeDefinitionNode>().SelectMany(part => part.Fields))
            yield return Unwrap(field.Type);
        foreach (var input in InputValues(sdl))
            yield return Unwrap(input.Type);
    }

    /// <summary>Every argument and every field of an input object.</summary>
    public static IEnumerable<InputValueDefinitionNode> InputValues(SdlDocument sdl) =>
        Arguments(sdl).Concat(sdl.TypeParts.OfType<InputObjectTypeDefinitionNode>().SelectMany(part => part.Fields));

    /// <summary>The directives of every place; a definition and its extensions are one place.</summary>
    public static IEnumerable<(DirectiveLocation Location, IReadOnlyList<DirectiveNode> Directives)> DirectivePlaces(SdlDocument sdl)
    {
        yield return (DirectiveLocation.Schema, [.. sdl.SchemaParts.SelectMany(part => part.Directives)]);
        foreach (var parts in sdl.TypeParts.GroupBy(part => (part.Name.Value, Location: LocationOf(part))))
            yield return (parts.Key.Location, [.. parts.SelectMany(part => part.Directives)]);
        foreach (var field in sdl.TypeParts.OfType<ComplexTypeDefinitionNode>().SelectMany(part => part.Fields))
            yield return (DirectiveLocation.FieldDefinition, field.Directives);
        foreach (var argument in Arguments(sdl))
            yield return (DirectiveLocation.ArgumentDefinition, argument.Directives);
        foreach (var value in sdl.TypeParts.OfType<EnumTypeDefinitionNode>().SelectMany(part => part.Values))
            yield return (DirectiveLocation.EnumValue, value.Directives);
        foreach (var field in sdl.TypeParts.OfType<InputObjectTypeDefinitionNode>().SelectMany(part => part.Fields))
            yield return (DirectiveLocation.InputFieldDefinition, field.Directives);
    }

    public static NamedTypeNode Unwrap(TypeNode type) =>
        type switch
        {
            ListTypeNode list => Unwrap(list.Type),
            NonNullTypeNode nonNull => Unwrap(nonNull.Type),
            _ => (NamedTypeNode)type,
        };

    private static IEnumerable<InputValueDefinitionNode> Arguments(SdlDocument sdl) =>
        sdl
            .Directives.SelectMany(directive => directive.Arguments)
            .Concat(sdl.TypeParts.OfType<ComplexTypeDefinitionNode>().SelectMany(part => part.Fields).SelectMany(field => field.Arguments));

    private static DirectiveLocation LocationOf(TypeDefinitionNode part) =>
        part switch
        {
            ScalarTypeDefinitionNode => DirectiveLocation.Scalar,
            ObjectTypeDefinitionNode => DirectiveLocation.Object,
            InterfaceTypeDefinitionNode => DirectiveLocation.Interface,
            UnionTypeDefinitionNode => DirectiveLocation.Union,
            EnumTypeDefinitionNode => DirectiveLocation.Enum,
            _ => DirectiveLocation.InputObject,
        };
}
