using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Campaigns;

internal static class CampaignChecks
{
    /// <summary>The rules for a campaign, however it is written; null means that the value is not given.</summary>
    public static void Apply(InputChecks checks, string? name, string? owner, string? externalReference)
    {
        checks.Text(name, "name");
        checks.Text(owner, "owner");
        checks.Key(externalReference, "externalReference");
    }
}
