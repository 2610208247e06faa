using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Argument-Uniqueness</summary>
internal sealed class UniqueArgumentNames : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context) => Check(field.Arguments, context);

    public override void EnterDirective(DirectiveNode directive, ValidationContext context) => Check(directive.Arguments, context);

    private static void Check(IReadOnlyList<ArgumentNode> arguments, ValidationContext context)
    {
        if (arguments.Count < 2)
            return;
        foreach (var same in arguments.Select(argument => argument.Name).GroupBy(name => name.Value))
        {
            if (same.Skip(1).Any())
                context.Report($"There can be only one argument named \"{same.Key}\".", [.. same]);
        }
    }
}
