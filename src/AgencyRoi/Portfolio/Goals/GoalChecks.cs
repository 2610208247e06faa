using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Goals;

internal static class GoalChecks
{
    /// <summary>The rules for a goal, however it is written; null means that the value is not given.</summary>
    public static void Apply(
        InputChecks checks,
        string? name,
        string? indicator,
        decimal? targetQuantity,
        decimal? targetAmount,
        string? owner,
        string? externalReference,
        KeepVolumeIndicatorInput? keepVolumeIndicator,
        int? lookBackDays,
        CustomerStage? contactStage
    )
    {
        checks.Text(name, "name");
        checks.Text(indicator, "indicator");
        checks.Quantity(targetQuantity, "targetQuantity");
        checks.Amount(targetAmount ?? 0m, "targetAmount");
        checks.Places(targetAmount, "targetAmount", places: 4);
        checks.Require(
            targetQuantity is null || targetAmount is null,
            "targetAmount",
            "A target is in units or in money: give one of targetQuantity and targetAmount."
        );
        checks.Require(lookBackDays is null or (>= 1 and <= 365), "lookBackDays", "Touches count for 1 to 365 days.");
        checks.Require(
            contactStage is not (CustomerStage.Unknown or CustomerStage.Lost),
            "contactStage",
            "UNKNOWN and LOST are no steps of a funnel: give one from REACHED to REGULAR."
        );
        checks.Text(owner, "owner");
        checks.Key(externalReference, "externalReference");
        checks.Within("keepVolumeIndicator").Text(keepVolumeIndicator?.Reason, "reason", longest: 2000);
    }
}
