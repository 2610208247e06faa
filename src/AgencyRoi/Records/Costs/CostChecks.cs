using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Costs;

internal static class CostChecks
{
    private const int MostMonths = 60;
    private const string BelowZero =
        "A cost is not below zero: what was given back is a credit, with isCredit true and an amount above zero.";

    /// <summary>What holds for a cost however it is written.</summary>
    public static void Apply(FactChecks checks, CostStatement cost)
    {
        checks.Amount(cost.Amount, "amount", BelowZero);
        checks.Require(!cost.IsCredit || cost.Amount != 0m, "amount", "A credit is above zero.");
        checks.Payable(cost.Amount, cost.Currency, "amount");
        checks.Currency(cost.Currency);
        checks.Text(cost.Description, "description", longest: 2000);
        checks.OwnKey(cost.ExternalReference);
        checks.Agreed(cost.OccurredOn, "occurredOn");
        checks.Require(
            cost.SpreadMonths is null or (>= 2 and <= MostMonths),
            "spreadMonths",
            $"A cost is spread over 2 to {MostMonths} months."
        );
        checks.Require(
            cost.SpreadMonths is null || cost.Category is CostCategory.Training or CostCategory.Conference,
            "spreadMonths",
            "Only training and conferences are spread."
        );
    }
}
