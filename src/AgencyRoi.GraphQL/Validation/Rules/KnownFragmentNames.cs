using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined</summary>
internal sealed class KnownFragmentNames : ValidationRule
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context)
    {
        if (context.Fragments.Find(spread.Name.Value) is null)
            context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
    }
}
