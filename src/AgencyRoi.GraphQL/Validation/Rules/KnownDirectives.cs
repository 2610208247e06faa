using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Directives-Are-Defined and https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations</summary>
internal sealed class KnownDirectives : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, ValidationContext context)
    {
        var name = directive.Name.Value;
        if (context.Directive is not { } definition)
            context.Report($"Unknown directive \"@{name}\".", directive);
        else if (!definition.Locations.Contains(context.DirectiveLocation))
            context.Report($"Directive \"@{name}\" may not be used on {DirectiveLocationName.Of(context.DirectiveLocation)}.", directive);
    }
}
