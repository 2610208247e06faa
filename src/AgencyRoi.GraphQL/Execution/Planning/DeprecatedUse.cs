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
        var inputs = new NamedInputs(
            (type, member) =>
            {
                if (DeprecatedMembers.IsDeprecated(member))
                    found.Add($"{type}.{member.Name}");
            }
        );
        foreach (var variable in variables)
        {
            if (values.TryGetProperty(variable.Name, out var value))
                inputs.In(value, variable.Type);
        }
        return found;
    }
}
