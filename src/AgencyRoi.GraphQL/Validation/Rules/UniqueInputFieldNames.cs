using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness</summary>
internal sealed class UniqueInputFieldNames : ValidationRule
{
    private readonly Stack<Dictionary<string, NameNode>> known = [];

    public override void EnterObjectValue(ObjectValueNode value, ValidationContext context) => known.Push(new(StringComparer.Ordinal));

    public override void LeaveObjectValue(ObjectValueNode value, ValidationContext context) => known.Pop();

    public override void EnterObjectField(ObjectFieldNode field, ValidationContext context)
    {
        if (!known.Peek().TryAdd(field.Name.Value, field.Name))
            context.Report($"There can be only one input field named \"{field.Name.Value}\".", known.Peek()[field.Name.Value], field.Name);
    }
}
