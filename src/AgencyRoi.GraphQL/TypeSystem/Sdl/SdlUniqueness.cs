using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Sdl;

/// <summary>Nothing is defined twice, also not by an extension.</summary>
internal static class SdlUniqueness
{
    public static void Check(SdlDocument sdl, SdlRules.Report report)
    {
        LoneSchemaDefinition(sdl, report);
        UniqueOperationTypes(sdl, report);
        UniqueTypeNames(sdl, report);
        UniqueDirectiveNames(sdl, report);
        UniqueMembers(sdl, report);
        UniqueArgumentDefinitions(sdl, report);
    }

    private static void LoneSchemaDefinition(SdlDocument sdl, SdlRules.Report report)
    {
        foreach (var second in sdl.SchemaParts.Where(part => !part.IsExtension).Skip(1))
            report("Must provide only one schema definition.", second);
    }

    private static void UniqueOperationTypes(SdlDocument sdl, SdlRules.Report report)
    {
        var roots = sdl.SchemaParts.SelectMany(part => part.OperationTypes);
        ReportRepeated(
            roots,
            root => root.Operation.ToString(),
            root => root,
            (name, nodes) => report($"There can be only one {name.ToLowerInvariant()} type in schema.", nodes)
        );
    }

    private static void UniqueTypeNames(SdlDocument sdl, SdlRules.Report report)
    {
        var definitions = sdl.TypeParts.Where(part => !part.IsExtension);
        ReportRepeated(
            definitions,
            part => part.Name.Value,
            part => part.Name,
            (name, nodes) => report($"There can be only one type named \"{name}\".", nodes)
        );
    }

    private static void UniqueDirectiveNames(SdlDocument sdl, SdlRules.Report report) =>
        ReportRepeated(
            sdl.Directives,
            directive => directive.Name.Value,
            directive => directive.Name,
            (name, nodes) => report($"There can be only one directive named \"@{name}\".", nodes)
        );

    private static void UniqueMembers(SdlDocument sdl, SdlRules.Report report)
    {
        foreach (var parts in sdl.PartsByName)
        {
            var fields = parts.SelectMany(FieldNames);
            ReportRepeated(
                fields,
                name => name.Value,
                name => name,
                (name, nodes) => report($"Field \"{parts.Key}.{name}\" can only be defined once.", nodes)
            );
            var values = parts.OfType<EnumTypeDefinitionNode>().SelectMany(part => part.Values);
            ReportRepeated(
                values,
                value => value.Name.Value,
                value => value.Name,
                (name, nodes) => report($"Enum value \"{parts.Key}.{name}\" can only be defined once.", nodes)
            );
        }
    }

    private static void UniqueArgumentDefinitions(SdlDocument sdl, SdlRules.Report report)
    {
        foreach (var part in sdl.TypeParts.OfType<ComplexTypeDefinitionNode>())
        {
            foreach (var field in part.Fields)
                Check($"{part.Name.Value}.{field.Name.Value}", field.Arguments);
        }
        foreach (var directive in sdl.Directives)
            Check("@" + directive.Name.Value, directive.Arguments);

        void Check(string owner, IReadOnlyList<InputValueDefinitionNode> arguments) =>
            ReportGroups(
                arguments,
                argument => argument.Name.Value,
                argument => argument.Name,
                (name, nodes) => report($"Argument \"{owner}({name}:)\" can only be defined once.", nodes)
            );
    }

    private static IEnumerable<NameNode> FieldNames(TypeDefinitionNode part) =>
        part switch
        {
            ComplexTypeDefinitionNode complex => complex.Fields.Select(field => field.Name),
            InputObjectTypeDefinitionNode input => input.Fields.Select(field => field.Name),
            _ => [],
        };

    /// <summary>One error for each name, located at all its uses: arguments are looked at as a whole, as graphql-js does.</summary>
    internal static void ReportGroups<T>(
        IEnumerable<T> items,
        Func<T, string> nameOf,
        Func<T, SyntaxNode> nodeOf,
        Action<string, SyntaxNode[]> report
    )
    {
        foreach (var uses in items.GroupBy(nameOf, nodeOf).Where(uses => uses.Skip(1).Any()))
            report(uses.Key, [.. uses]);
    }

    /// <summary>One error for each repetition, located at the first definition and the repeated one.</summary>
    internal static void ReportRepeated<T>(
        IEnumerable<T> items,
        Func<T, string> nameOf,
        Func<T, SyntaxNode> nodeOf,
        Action<string, SyntaxNode[]> report
    )
    {
        var first = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var name = nameOf(item);
            if (!first.TryAdd(name, nodeOf(item)))
                report(name, [first[name], nodeOf(item)]);
        }
    }
}
