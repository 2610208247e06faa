using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>
/// What a field weighs with the arguments that a request gives it; charged once per level, as a level is loaded at once. Arguments and
/// input fields can make a field cheaper, and never cheaper than nothing.
/// </summary>
internal sealed class FieldWeight
{
    private static readonly FieldWeight Nothing = new(0, []);

    private readonly double inText;
    private readonly WeighedVariable[] variables;

    private FieldWeight(double inText, WeighedVariable[] variables)
    {
        this.inText = inText;
        this.variables = variables;
        Fixed = Math.Max(0, inText);
    }

    /// <summary>Without what variables add.</summary>
    public double Fixed { get; }

    public bool IsFixed => variables.Length == 0;

    public static FieldWeight Of(WeighedInputs inputs, FieldDefinition field, FieldNode node)
    {
        var weight = Weights.Of(field);
        if (node.Arguments.Count == 0)
            return weight == 0 ? Nothing : new FieldWeight(weight, []);
        List<WeighedVariable> open = [];
        foreach (var argument in node.Arguments)
        {
            if (field.Arguments.TryGet(argument.Name.Value, out var definition))
                weight += inputs.OfGiven(argument.Value, definition, open);
        }
        return weight == 0 && open.Count == 0 ? Nothing : new FieldWeight(weight, [.. open]);
    }

    public double Of(IReadOnlyDictionary<string, object?> values, IReadOnlyDictionary<string, double>? inputWeights) =>
        IsFixed ? Fixed : OfAll(values, inputWeights);

    private double OfAll(IReadOnlyDictionary<string, object?> values, IReadOnlyDictionary<string, double>? inputWeights)
    {
        var weight = inText;
        foreach (var variable in variables)
        {
            if (values.GetValueOrDefault(variable.Name) is not null)
                weight += variable.Weight + (inputWeights?.GetValueOrDefault(variable.Name) ?? 0);
        }
        return Math.Max(0, weight);
    }
}
