using AgencyRoi.Errors;

namespace AgencyRoi.Costs;

internal static class CostChecks
{
    /// <summary>What holds for a cost however it is written.</summary>
    public static void Apply(InputChecks checks, CostDraft cost)
    {
        checks.Amount(cost.Amount, "amount");
        checks.Currency(cost.Currency);
        checks.Text(cost.Description, "description", longest: 2000);
        checks.Text(cost.ExternalReference, "externalReference");
        checks.Day(cost.OccurredOn, "occurredOn");
    }
}
