using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Sdl;

/// <summary>Every name that is referred to is defined, and as the kind of thing that its place asks for.</summary>
internal static class SdlReferences
{
    public static void CheckNames(SdlDocument sdl, SdlRules.Report report)
    {
        KnownTypeNames(sdl, report);
        PossibleTypeExtensions(sdl, report);
    }

    public static void CheckKinds(SdlDocument sdl, SdlRules.Report report)
    {
        RootTypesAreObjects(sdl, report);
        OnlyInterfacesAreImplemented(sdl, report);
        OnlyObjectsAreInUnions(sdl, report);
    }

    private static void KnownTypeNames(SdlDocument sdl, SdlRules.Report report)
    {
        foreach (var reference in SdlNodes.TypeReferences(sdl))
        {
            if (!sdl.Types.ContainsKey(reference.Name.Value) && !StandardScalars.IsBuiltIn(reference.Name.Value))
                report($"Unknown type \"{reference.Name.Value}\".", reference);
        }
    }

    private static void PossibleTypeExtensions(SdlDocument sdl, SdlRules.Report report)
    {
        foreach (var extension in sdl.TypeParts.Where(part => part.IsExtension))
        {
            var name = extension.Name.Value;
            if (!sdl.Types.TryGetValue(name, out var definition))
                report($"Cannot extend type \"{name}\" because it is not defined.", extension.Name);
            else if (definition.GetType() != extension.GetType())
                report($"Cannot extend non-{WordFor(extension)} type \"{name}\".", definition, extension);
        }
    }

    private static void RootTypesAreObjects(SdlDocument sdl, SdlRules.Report report)
    {
        var roots = sdl.OperationTypes().ToArray();
        if (roots.All(root => root.Operation is not OperationType.Query))
            report("Query root type must be provided.", [.. sdl.SchemaParts.Where(part => !part.IsExtension)]);
        foreach (var root in roots)
        {
            if (!Is<ObjectTypeDefinitionNode>(sdl, root.Type))
            {
                var condition = root.Operation is OperationType.Query ? "" : " if provided";
                report($"{root.Operation} root type must be Object type{condition}, it cannot be {root.Type.Name.Value}.", root.Type);
            }
        }
    }

    private static void OnlyInterfacesAreImplemented(SdlDocument sdl, SdlRules.Report report)
    {
        foreach (var part in sdl.TypeParts.OfType<ComplexTypeDefinitionNode>())
        {
            foreach (var reference in part.Interfaces.Where(reference => !Is<InterfaceTypeDefinitionNode>(sdl, reference)))
            {
                report(
                    $"Type {part.Name.Value} must only implement Interface types, it cannot implement {reference.Name.Value}.",
                    [.. sdl.Mentions(part.Name.Value, reference.Name.Value)]
                );
            }
        }
    }

    private static void OnlyObjectsAreInUnions(SdlDocument sdl, SdlRules.Report report)
    {
        var members = sdl
            .TypeParts.OfType<UnionTypeDefinitionNode>()
            .SelectMany(part => part.Types.Select(reference => (Union: part.Name.Value, Reference: reference)))
            .DistinctBy(member => (member.Union, member.Reference.Name.Value));
        foreach (var (union, reference) in members.Where(member => !Is<ObjectTypeDefinitionNode>(sdl, member.Reference)))
        {
            var name = reference.Name.Value;
            report($"Union type {union} can only include Object types, it cannot include {name}.", [.. sdl.Mentions(union, name)]);
        }
    }

    private static bool Is<T>(SdlDocument sdl, NamedTypeNode reference) =>
        sdl.Types.TryGetValue(reference.Name.Value, out var definition) && definition is T;

    private static string WordFor(TypeDefinitionNode node) =>
        node switch
        {
            ScalarTypeDefinitionNode => "scalar",
            ObjectTypeDefinitionNode => "object",
            InterfaceTypeDefinitionNode => "interface",
            UnionTypeDefinitionNode => "union",
            EnumTypeDefinitionNode => "enum",
            _ => "input object",
        };
}
