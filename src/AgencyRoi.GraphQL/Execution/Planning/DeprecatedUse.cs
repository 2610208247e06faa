using System.Text.Json;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>
/// The deprecated members that an operation names, as https://spec.graphql.org/September2025/#sec-Schema-Coordinates: fields, arguments, input
/// fields and enum values. What its text names is found once; values of variables are looked at in each execution, if they can hold any.
/// What <c>@skip</c> leaves out counts too: the document stops being valid all the same on the day the member goes.
/// </summary>
internal sealed class DeprecatedUse
{
    private readonly string[] inText;
    private readonly PlannedVariable[] variables;

    private DeprecatedUse(string[] inText, PlannedVariable[] variables) => (this.inText, this.variables) = (inText, variables);

    /// <summary>Null when there can be none.</summary>
    public static DeprecatedUse? Of(
        DeprecatedMembers members,
        DocumentNode document,
        OperationDefinitionNode operation,
        PlannedVariables variables
    )
    {
        if (!members.Any)
            return null;
        var walk = new DeprecatedUseWalk(members.Schema, document);
        walk.Visit(operation, variables);
        PlannedVariable[] watched = [.. variables.All.Where(variable => members.IsIn(variable.Type))];
        return walk.Found.Count > 0 || watched.Length > 0 ? new DeprecatedUse([.. walk.Found], watched) : null;
    }

    /// <summary>Each member once; empty when there is none.</summary>
    public IReadOnlyCollection<string> With(JsonElement? given)
    {
        if (variables.Length == 0 || given is not { ValueKind: JsonValueKind.Object } values)
            return inText;
        var found = new HashSet<string>(inText);
        foreach (var variable in variables)
        {
            if (values.TryGetProperty(variable.Name, out var value))
                Add(found, value, variable.Type);
        }
        return found;
    }

    private static void Add(HashSet<string> found, JsonElement value, GraphQLType type)
    {
        switch (type.Nullable)
        {
            case ListType list when value.ValueKind == JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Add(found, item, list.OfType);
                break;
            case ListType list:
                Add(found, value, list.OfType);
                break;
            case EnumType enumType when value.ValueKind == JsonValueKind.String:
                if (enumType.Values[value.GetString()!] is { DeprecationReason: not null } named)
                    found.Add($"{enumType}.{named.Name}");
                break;
            case InputObjectType input when value.ValueKind == JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (input.Fields[property.Name] is not { } field)
                        continue;
                    if (field.DeprecationReason is not null)
                        found.Add($"{input}.{field.Name}");
                    Add(found, property.Value, field.Type);
                }
                break;
        }
    }
}
