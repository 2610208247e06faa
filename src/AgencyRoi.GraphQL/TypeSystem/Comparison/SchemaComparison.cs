using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Comparison;

/// <summary>
/// What of a schema breaks those who use it when another takes its place. What only may surprise them (a new enum value, another
/// default) is not told. Types are the same when they have the same name.
/// </summary>
public static class SchemaComparison
{
    /// <summary>In the order of the schema as it was before.</summary>
    public static IReadOnlyList<SchemaChange> BreakingChanges(Schema before, Schema after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<SchemaChange>();
        CompareRoots(before, after, changes);
        var used = TypesInUse.Of(before);
        foreach (var type in before.Types.Where(type => !Introspection.IsIntrospectionType(type) && !StandardScalars.IsBuiltIn(type.Name)))
            CompareTypes(type, after.FindType(type.Name), isDeprecated: !used.Contains(type), changes);
        foreach (var directive in before.Directives)
            CompareDirectives(directive, after.FindDirective(directive.Name), changes);
        return changes;
    }

    private static void CompareRoots(Schema before, Schema after, List<SchemaChange> changes)
    {
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            var (was, now) = (before.RootType(operation)?.Name, after.RootType(operation)?.Name);
            if (was is not null && was != now)
                changes.Add(new("", $"changed its {operation.ToString().ToLowerInvariant()} type from {was} to {now ?? "none"}", false));
        }
    }

    private static void CompareTypes(NamedType before, NamedType? after, bool isDeprecated, List<SchemaChange> changes)
    {
        var members = new MemberComparison(before.Name, isDeprecated, changes);
        switch (before, after)
        {
            case (_, null):
                members.Report(before.Name, "was removed");
                break;
            case (ComplexType was, ComplexType now) when KindOf(was) == KindOf(now):
                members.CompareFields(was.Fields, now.Fields);
                members.CompareNames(was.Interfaces, now.Interfaces, "no longer implements");
                break;
            case (UnionType was, UnionType now):
                members.CompareNames(was.Types, now.Types, "no longer includes");
                break;
            case (EnumType was, EnumType now):
                members.CompareValues(was.Values, now.Values);
                break;
            case (InputObjectType was, InputObjectType now):
                members.CompareInputs(was.Fields, now.Fields, name => $"{before.Name}.{name}", isDeprecated);
                if (now.IsOneOf && !was.IsOneOf)
                    members.Report(before.Name, "takes exactly one of its fields now");
                break;
            case (ScalarType, ScalarType):
                break;
            default:
                members.Report(before.Name, $"changed from {KindOf(before)} to {KindOf(after)}");
                break;
        }
    }

    private static void CompareDirectives(DirectiveDefinition before, DirectiveDefinition? after, List<SchemaChange> changes)
    {
        var coordinate = "@" + before.Name;
        var members = new MemberComparison(coordinate, isDeprecated: false, changes);
        if (after is null)
        {
            members.Report(coordinate, "was removed");
            return;
        }
        members.CompareInputs(before.Arguments, after.Arguments, name => $"{coordinate}({name}:)", ownerIsDeprecated: false);
        foreach (var location in before.Locations.Except(after.Locations))
            members.Report(coordinate, $"may no longer be used on {DirectiveLocationName.Of(location)}");
        if (before.IsRepeatable && !after.IsRepeatable)
            members.Report(coordinate, "may no longer be repeated");
    }

    private static string KindOf(NamedType type) =>
        type switch
        {
            ScalarType => "a scalar",
            ObjectType => "an object",
            InterfaceType => "an interface",
            UnionType => "a union",
            EnumType => "an enum",
            _ => "an input object",
        };
}
