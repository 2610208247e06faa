using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Sdl;

/// <summary>Directives stand where their definition allows it, with the arguments it asks for. https://spec.graphql.org/September2025/#sec-Validation.Directives</summary>
internal static class SdlDirectives
{
    public static void Check(SdlDocument sdl, SdlRules.Report report)
    {
        var known = KnownDirectives(sdl);
        foreach (var (location, directives) in SdlNodes.DirectivePlaces(sdl))
        {
            foreach (var directive in directives)
            {
                UniqueArguments(directive, report);
                if (!known.TryGetValue(directive.Name.Value, out var definition))
                    report($"Unknown directive \"@{directive.Name.Value}\".", directive);
                else
                    CheckUse(directive, location, definition, report);
            }
            var single = directives.Where(directive =>
                known.TryGetValue(directive.Name.Value, out var definition) && !definition.IsRepeatable
            );
            SdlUniqueness.ReportRepeated(
                single,
                directive => directive.Name.Value,
                directive => directive,
                (name, nodes) => report($"The directive \"@{name}\" can only be used once at this location.", nodes)
            );
        }
        foreach (var value in SdlNodes.InputValues(sdl))
            UniqueInputFields(value.DefaultValue, report);
    }

    private static void CheckUse(DirectiveNode directive, DirectiveLocation location, Definition definition, SdlRules.Report report)
    {
        var name = directive.Name.Value;
        if (!definition.Locations.Contains(DirectiveLocationName.Of(location)))
            report($"Directive \"@{name}\" may not be used on {DirectiveLocationName.Of(location)}.", directive);

        foreach (var argument in directive.Arguments.Where(argument => !definition.Arguments.Contains(argument.Name.Value)))
            report($"Unknown argument \"{argument.Name.Value}\" on directive \"@{name}\".", argument);

        foreach (var (required, type) in definition.RequiredArguments)
        {
            if (directive.Arguments.All(argument => argument.Name.Value != required))
                report(
                    $"Directive \"@{name}\" argument \"{required}\" of type \"{type}\" is required, but it was not provided.",
                    directive
                );
        }

        // The built-in ones are taken into members that hold text.
        if (definition.TakesText)
        {
            foreach (var argument in directive.Arguments.Where(argument => argument.Value is not StringValueNode))
                report($"Argument \"{argument.Name.Value}\" of directive \"@{name}\" must be a string.", argument.Value);
        }
    }

    private static void UniqueArguments(DirectiveNode directive, SdlRules.Report report)
    {
        SdlUniqueness.ReportGroups(
            directive.Arguments,
            argument => argument.Name.Value,
            argument => argument.Name,
            (name, nodes) => report($"There can be only one argument named \"{name}\".", nodes)
        );
        foreach (var argument in directive.Arguments)
            UniqueInputFields(argument.Value, report);
    }

    private static void UniqueInputFields(ValueNode? value, SdlRules.Report report)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values)
                UniqueInputFields(item, report);
        }
        if (value is ObjectValueNode input)
        {
            SdlUniqueness.ReportRepeated(
                input.Fields,
                field => field.Name.Value,
                field => field.Name,
                (name, nodes) => report($"There can be only one input field named \"{name}\".", nodes)
            );
            foreach (var field in input.Fields)
                UniqueInputFields(field.Value, report);
        }
    }

    private static Dictionary<string, Definition> KnownDirectives(SdlDocument sdl)
    {
        var known = BuiltInDirectives.All.ToDictionary(directive => directive.Name, FromSchema, StringComparer.Ordinal);
        foreach (var node in sdl.Directives)
            known[node.Name.Value] = FromSdl(node);
        return known;
    }

    private static Definition FromSchema(DirectiveDefinition directive) =>
        new(
            directive.Locations.Select(DirectiveLocationName.Of).ToHashSet(StringComparer.Ordinal),
            directive.Arguments.Select(argument => argument.Name).ToHashSet(StringComparer.Ordinal),
            [.. directive.Arguments.Where(argument => argument.IsRequired).Select(argument => (argument.Name, argument.Type.ToString()!))],
            directive.IsRepeatable,
            directive.Name is "deprecated" or "specifiedBy"
        );

    private static Definition FromSdl(DirectiveDefinitionNode directive) =>
        new(
            directive.Locations.Select(location => location.Value).ToHashSet(StringComparer.Ordinal),
            directive.Arguments.Select(argument => argument.Name.Value).ToHashSet(StringComparer.Ordinal),
            [
                .. directive
                    .Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null })
                    .DistinctBy(argument => argument.Name.Value)
                    .Select(argument => (argument.Name.Value, Spell(argument.Type))),
            ],
            directive.IsRepeatable,
            directive.Name.Value is "deprecated" or "specifiedBy"
        );

    private static string Spell(TypeNode type) =>
        type switch
        {
            ListTypeNode list => $"[{Spell(list.Type)}]",
            NonNullTypeNode nonNull => Spell(nonNull.Type) + "!",
            _ => ((NamedTypeNode)type).Name.Value,
        };

    private sealed record Definition(
        HashSet<string> Locations,
        HashSet<string> Arguments,
        IReadOnlyList<(string Name, string Type)> RequiredArguments,
        bool IsRepeatable,
        bool TakesText
    );
}
