using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.TypeSystem.Scalars;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type, with input object fields known and required ones given
/// (#sec-Input-Object-Field-Names, #sec-Input-Object-Required-Fields) and one-of objects with one key that is not null.
/// </summary>
internal sealed class ValuesOfCorrectType : ValidationRule
{
    // A list or object where none is expected, or that a scalar of its own reads: nothing inside it is looked at.
    private ValueNode? closed;

    public override void EnterLeafValue(ValueNode value, ValidationContext context)
    {
        if (closed is not null)
            return;
        if (value is not NullValueNode)
            CheckLeaf(value, context);
        else if (context.InputType is NonNullType type)
            context.Report($"Expected value of type \"{type}\", found null.", value);
    }

    public override void EnterListValue(ListValueNode list, ValidationContext context)
    {
        if (closed is null && context.ParentInputType?.Nullable is not ListType)
        {
            closed = list;
            CheckLeaf(list, context);
        }
    }

    public override void LeaveListValue(ListValueNode list, ValidationContext context) => StopSkipping(list);

    public override void EnterObjectValue(ObjectValueNode value, ValidationContext context)
    {
        if (closed is not null)
            return;
        if (context.InputType?.Unwrapped is InputObjectType type)
        {
            CheckRequiredFields(value, type, context);
            if (type.IsOneOf)
                CheckOneOf(value, type, context);
        }
        else
        {
            closed = value;
            CheckLeaf(value, context);
        }
    }

    public override void LeaveObjectValue(ObjectValueNode value, ValidationContext context) => StopSkipping(value);

    public override void EnterObjectField(ObjectFieldNode field, ValidationContext context)
    {
        if (closed is not null || context.InputType is not null || context.ParentInputType is not InputObjectType type)
            return;
        var name = field.Name.Value;
        var suggestion = context.DidYouMean(name, type.Fields.Select(known => known.Name));
        context.Report($"Field \"{name}\" is not defined by type \"{type}\".{suggestion}", field);
    }

    private void StopSkipping(ValueNode value)
    {
        if (closed == value)
            closed = null;
    }

    private static void CheckLeaf(ValueNode value, ValidationContext context)
    {
        if (context.InputType is not { } expected)
            return;
        switch (expected.Unwrapped)
        {
            case ScalarType scalar:
                if (!scalar.TryParseLiteral(value, out _, out var problem))
                    context.Report(problem, value);
                break;
            case EnumType type:
                CheckEnum(value, type, context);
                break;
            default:
                context.Report($"Expected value of type \"{expected}\", found {ScalarProblem.KindOf(value)}.", value);
                break;
        }
    }

    private static void CheckEnum(ValueNode value, EnumType type, ValidationContext context)
    {
        if (value is EnumValueNode { Value: var name } && type.Values[name] is not null)
            return;
        var problem = value is EnumValueNode given
            ? EnumProblem.Unknown(type, given.Value)
            : $"Enum \"{type}\" cannot represent non-enum value: {ScalarProblem.KindOf(value)}.";
        var suggestion = context.DidYouMean(Printer.Print(value), type.Values.Select(known => known.Name), "the enum value");
        context.Report($"{problem}{suggestion} {EnumProblem.Values(type)}", value);
    }

    private static void CheckRequiredFields(ObjectValueNode value, InputObjectType type, ValidationContext context)
    {
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !value.Fields.Any(given => given.Name.Value == field.Name))
                context.Report($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", value);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</summary>
    private static void CheckOneOf(ObjectValueNode value, InputObjectType type, ValidationContext context)
    {
        if (value.Fields.DistinctBy(field => field.Name.Value).Count() != 1)
            context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", value);
        else if (value.Fields[^1] is { Value: NullValueNode } field)
            context.Report($"Field \"{type}.{field.Name.Value}\" must be non-null.", value);
    }
}
