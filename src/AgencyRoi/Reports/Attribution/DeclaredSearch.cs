using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Which values of the dimension are search engines, and what the policy declares of their revenue.</summary>
internal sealed class DeclaredSearch(AttributedParts parts, AttributionPolicy? policy, string currency)
{
    /// <summary>Null: the dimension does not tell which are search engines.</summary>
    public SearchRevenue? Of(IReadOnlyList<ModelCredit> credits)
    {
        var value = 0m;
        foreach (var (part, credit) in parts.Parts.Zip(credits))
            if (parts.IsSearch(part) is not { } isSearch)
                return null;
            else if (isSearch)
                value += credit.Value;
        return new(
            Shown(value),
            Shown(value * (policy?.SearchOwedToSocialShare ?? 0m)),
            Shown(value * (policy?.SearchOwedToAuthorityShare ?? 0m))
        );
    }

    private Money Shown(decimal amount) => new Money(amount, currency).Rounded(MinorUnits.Of(currency));
}
