using System.Text.Json;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>
/// What is given to the inputs of one operation, as often as it stands there with fragments in place. What its text gives is found once; values of
/// variables are measured in each execution, if they can hold anything that counts, and count at each of their places.
/// </summary>
internal sealed class MeasuredInputs
{
    private readonly Open[] open;

    private MeasuredInputs(InputSize inText, Open[] open) => (InText, this.open) = (inText, open);

    /// <summary>Without what variables bring.</summary>
    public InputSize InText { get; }

    public static MeasuredInputs Of(InputMeasure measure, Schema schema, DocumentNode document, OperationDefinitionNode operation)
    {
        var given = new MeasureWalk(measure, schema, document).Of(operation);
        var variables = new PlannedVariables(schema, operation.VariableDefinitions).All;
        Open[] open =
        [
            .. variables
                .Where(variable => given.Uses.ContainsKey(variable.Name))
                .Select(variable => new Open(variable, given.Uses[variable.Name], Default(measure, variable))),
        ];
        return new MeasuredInputs(given.Size, open);
    }

    /// <param name="variables">As they came.</param>
    /// <param name="mostItems">The most that one list may have.</param>
    public InputSize With(JsonElement? variables, int mostItems)
    {
        var size = InText;
        foreach (var (variable, uses, byDefault) in open)
        {
            var one =
                variables is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(variable.Name, out var value)
                    ? InputMeasure.Of(value, variable.Type, mostItems)
                    : byDefault;
            size += one.Given(uses.Times, uses.Nesting);
        }
        return size;
    }

    private static InputSize Default(InputMeasure measure, PlannedVariable variable) =>
        variable.Definition.DefaultValue is { } value ? measure.Of(value, variable.Type, []) : default;

    private readonly record struct Open(PlannedVariable Variable, VariableUses Uses, InputSize ByDefault);
}

/// <summary>How often a variable is given, and how deep at most.</summary>
internal readonly record struct VariableUses(int Times, int Nesting)
{
    private const int Most = 1 << 20;

    public static VariableUses operator +(VariableUses left, VariableUses right) =>
        new(Math.Min(left.Times + right.Times, Most), Math.Max(left.Nesting, right.Nesting));
}
