using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Required-Arguments</summary>
internal sealed class ProvidedRequiredArguments : ValidationRule
{
    public override void LeaveField(FieldNode field, ValidationContext context)
    {
        if (context.Field is { } definition)
            Check(definition.Arguments, field.Arguments, $"Field \"{definition.Name}\"", field, context);
    }

    public override void LeaveDirective(DirectiveNode directive, ValidationContext context)
    {
        if (context.Directive is { } definition)
            Check(definition.Arguments, directive.Arguments, $"Directive \"@{definition.Name}\"", directive, context);
    }

    private static void Check(
        MemberList<InputValueDefinition> definitions,
        IReadOnlyList<ArgumentNode> given,
        string subject,
        SyntaxNode node,
        ValidationContext context
    )
    {
        foreach (var argument in definitions)
        {
            if (argument.IsRequired && !given.Any(one => one.Name.Value == argument.Name))
                context.Report(
                    $"{subject} argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.",
                    node
                );
        }
    }
}
