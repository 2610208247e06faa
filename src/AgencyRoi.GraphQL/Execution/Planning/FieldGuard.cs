using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Execution.Resolving;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>The guarded members that a field of a document names: found once in its text, and in each execution in its variables, if they can hold any.</summary>
internal sealed class FieldGuard(GuardedMembers members, MemberGuard guard, string[] inText, PlannedVariable[] variables)
{
    /// <summary>Why the field is not resolved for this caller; null: it is.</summary>
    public GraphQLException? RefusalIn(OperationExecution execution)
    {
        foreach (var coordinate in inText)
        {
            if (!guard.MayUse(execution.Context.Services, coordinate))
                return Refusal();
        }
        if (variables.Length == 0)
            return null;
        var named = new HashSet<string>();
        var inputs = new NamedInputs((owner, member) => members.Add(named, owner, member));
        foreach (var variable in variables)
        {
            if (execution.GivenVariables is { } given && given.TryGetProperty(variable.Name, out var value))
                inputs.In(value, variable.Type);
            else if (variable.Definition.DefaultValue is { } standard)
                inputs.In(standard, variable.Type);
        }
        return named.Any(coordinate => !guard.MayUse(execution.Context.Services, coordinate)) ? Refusal() : null;
    }

    private static GraphQLException Refusal() => new("The caller is not allowed to see or do this.", ErrorCodes.Forbidden);
}
