using System.Text.Json;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>
/// What is given to input fields with a weight, as often as it is given. Most schemas have no such field: then nobody looks. A field weighs
/// what its directive says and nothing else, as do arguments.
/// https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost
/// </summary>
internal sealed class WeighedInputs(Schema schema)
{
    private readonly HashSet<NamedType> types = InputHolders.Of(
        schema,
        type => type is InputObjectType input && input.Fields.Any(field => Weights.Of(field) != 0)
    );

    /// <summary>Whether a value of the type can hold such a field.</summary>
    public bool IsIn(GraphQLType type) => types.Count > 0 && types.Contains(type.Unwrapped);

    /// <summary>What the fields in a value of a document weigh. What its variables add is put into <paramref name="open"/>.</summary>
    public double Of(ValueNode value, GraphQLType type, List<WeighedVariable> open)
    {
        switch (type.Nullable, value)
        {
            case (_, NullValueNode):
                return 0;
            case (_, VariableNode variable):
                open.Add(new WeighedVariable(variable.Name.Value, 0));
                return 0;
            case (ListType list, ListValueNode items):
                return items.Values.Sum(item => Of(item, list.OfType, open));
            case (ListType list, _):
                return Of(value, list.OfType, open);
            case (InputObjectType input, ObjectValueNode fields):
                return fields.Fields.Sum(field => OfGiven(field.Value, input.Fields[field.Name.Value]!, open)); // Validation let it pass.
            default:
                return 0;
        }
    }

    /// <summary>The same of an argument or input field with its own weight.</summary>
    public double OfGiven(ValueNode value, InputValueDefinition definition, List<WeighedVariable> open)
    {
        var own = Weights.Of(definition);
        var holds = IsIn(definition.Type);
        if (own == 0 && !holds)
            return 0;
        if (value is VariableNode variable)
        {
            open.Add(new WeighedVariable(variable.Name.Value, own));
            return 0;
        }
        return value is NullValueNode ? 0 : own + (holds ? Of(value, definition.Type, open) : 0);
    }

    /// <summary>What the fields in a variable's value weigh, which was found to be of its type.</summary>
    public double Of(JsonElement value, GraphQLType type)
    {
        if (!IsIn(type))
            return 0;
        var weight = 0d;
        switch (type.Nullable)
        {
            case ListType list when value.ValueKind == JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    weight += Of(item, list.OfType);
                break;
            case ListType list:
                weight = Of(value, list.OfType);
                break;
            case InputObjectType input when value.ValueKind == JsonValueKind.Object:
                foreach (var field in input.Fields)
                {
                    if (value.TryGetProperty(field.Name, out var given) && given.ValueKind != JsonValueKind.Null)
                        weight += Weights.Of(field) + Of(given, field.Type);
                }
                break;
        }
        return weight;
    }
}

/// <summary>A variable that adds to a price where its value is there: what the place weighs that it is given to, and what is within it.</summary>
internal readonly record struct WeighedVariable(string Name, double Weight);
