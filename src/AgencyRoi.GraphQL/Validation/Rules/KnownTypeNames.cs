using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence, and the types of variables.</summary>
internal sealed class KnownTypeNames : ValidationRule
{
    public override void EnterNamedType(NamedTypeNode type, ValidationContext context)
    {
        var name = type.Name.Value;
        if (context.Schema.FindType(name) is null)
            context.Report($"Unknown type \"{name}\".{context.DidYouMean(name, context.Schema.Types.Select(t => t.Name))}", type);
    }
}
