using System.Text.Json;
using AgencyRoi.GraphQL.Execution.Input;

namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>The variables of an operation whose values can hold input fields with a weight.</summary>
internal sealed class WeighedVariables
{
    private readonly WeighedInputs inputs;
    private readonly PlannedVariable[] variables;

    private WeighedVariables(WeighedInputs inputs, PlannedVariable[] variables) => (this.inputs, this.variables) = (inputs, variables);

    /// <summary>Null when there are none.</summary>
    public static WeighedVariables? Of(WeighedInputs inputs, PlannedVariables variables)
    {
        PlannedVariable[] weighed = [.. variables.All.Where(variable => inputs.IsIn(variable.Type))];
        return weighed.Length == 0 ? null : new WeighedVariables(inputs, weighed);
    }

    /// <summary>What the values of a request weigh by the fields within them, by name; a variable that was not given by its default.</summary>
    public IReadOnlyDictionary<string, double> In(JsonElement? given)
    {
        var weights = new Dictionary<string, double>(variables.Length, StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            if (given is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(variable.Name, out var value))
                weights[variable.Name] = inputs.Of(value, variable.Type);
            else if (variable.Definition.DefaultValue is { } byDefault)
                weights[variable.Name] = inputs.Of(byDefault, variable.Type, []); // A default holds no variables.
        }
        return weights;
    }
}
