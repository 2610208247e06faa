namespace AgencyRoi.Portfolio.Goals;

/// <summary>How much a goal aims at: units of its indicator or money of the client's currency, one of them; neither: nothing.</summary>
internal readonly record struct GoalTarget(decimal? Quantity, Money? Money)
{
    public const string NoMoneyOfVolume =
        "The goal counts a volume metric that the agency keeps, and no unit of it has a value: its target is in units. Give targetQuantity.";

    /// <summary>The target that an input gives. What gives neither gives none.</summary>
    /// <param name="currency">The client's.</param>
    public static GoalTarget Of(decimal? quantity, decimal? amount, string currency) =>
        new(quantity, amount is { } money ? new Money(money, currency) : null);
}
