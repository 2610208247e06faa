using System.Text.Json;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>
/// What is given to arguments and input fields, as often as it is given: the weights of their directives, the terms of filters and orders, and the
/// items of lists. What can hold none of them is not looked at.
/// https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost
/// </summary>
internal sealed class WeighedInputs(Schema schema, CostOptions cost)
{
    private readonly HashSet<NamedType> types = InputHolders.Of(
        schema,
        type =>
            type is InputObjectType input && input.Fields.Any(field => OfField(input, field, cost) != 0 || IsWeighedList(field.Type, cost))
    );

    /// <summary>Whether a value of the type can hold anything with a weight.</summary>
    public bool IsIn(GraphQLType type) => IsWeighedList(type, cost) || types.Contains(type.Unwrapped);

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
                return items.Values.Count * cost.ValueWeight + items.Values.Sum(item => Of(item, list.OfType, open));
            case (ListType list, _):
                return cost.ValueWeight + Of(value, list.OfType, open);
            case (InputObjectType input, ObjectValueNode fields):
                return fields.Fields.Sum(field => OfField(input, input.Fields[field.Name.Value]!, field.Value, open)); // Validation let it pass.
            default:
                return 0;
        }
    }

    /// <summary>The same of an argument or input field with its own weight.</summary>
    public double OfGiven(ValueNode value, InputValueDefinition definition, List<WeighedVariable> open) =>
        OfGiven(value, definition.Type, Weights.Of(definition), open);

    // A term is one whatever it compares with: null and a variable without a value too.
    private double OfField(InputObjectType holder, InputValueDefinition field, ValueNode value, List<WeighedVariable> open) =>
        (InputMeasure.IsTerm(holder, field) ? cost.TermWeight : 0) + OfGiven(value, field.Type, Weights.Of(field), open);

    private static double OfField(InputObjectType holder, InputValueDefinition field, CostOptions cost) =>
        Weights.Of(field) + (InputMeasure.IsTerm(holder, field) ? cost.TermWeight : 0);

    private static bool IsWeighedList(GraphQLType type, CostOptions cost) => cost.ValueWeight != 0 && type.Nullable is ListType;

    private double OfGiven(ValueNode value, GraphQLType type, double own, List<WeighedVariable> open)
    {
        var holds = IsIn(type);
        if (own == 0 && !holds)
            return 0;
        if (value is VariableNode variable)
        {
            open.Add(new WeighedVariable(variable.Name.Value, own));
            return 0;
        }
        return value is NullValueNode ? 0 : own + (holds ? Of(value, type, open) : 0);
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
                weight = value.GetArrayLength() * cost.ValueWeight;
                foreach (var item in value.EnumerateArray())
                    weight += Of(item, list.OfType);
                break;
            case ListType list when value.ValueKind != JsonValueKind.Null:
                weight = cost.ValueWeight + Of(value, list.OfType);
                break;
            case InputObjectType input when value.ValueKind == JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (input.Fields[property.Name] is not { } field)
                        continue;
                    weight += InputMeasure.IsTerm(input, field) ? cost.TermWeight : 0;
                    weight += property.Value.ValueKind == JsonValueKind.Null ? 0 : Weights.Of(field) + Of(property.Value, field.Type);
                }
                break;
        }
        return weight;
    }
}

/// <summary>A variable that adds to a price where its value is there: what the place weighs that it is given to, and what is within it.</summary>
internal readonly record struct WeighedVariable(string Name, double Weight);
