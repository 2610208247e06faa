using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Argument-Names</summary>
internal sealed class KnownArgumentNames : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, ValidationContext context)
    {
        if (context.Directive is not { } definition)
            return;
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (definition.Arguments[name] is null)
            {
                var suggestion = context.DidYouMean(name, definition.Arguments.Select(known => known.Name));
                context.Report($"Unknown argument \"{name}\" on directive \"@{definition.Name}\".{suggestion}", argument);
            }
        }
    }

    public override void EnterArgument(ArgumentNode argument, SyntaxNode owner, ValidationContext context)
    {
        if (owner is not FieldNode || context is not { Argument: null, Field: { } field, ParentType: { } parent })
            return;
        var name = argument.Name.Value;
        var suggestion = context.DidYouMean(name, field.Arguments.Select(known => known.Name));
        context.Report($"Unknown argument \"{name}\" on field \"{parent}.{field.Name}\".{suggestion}", argument);
    }
}
