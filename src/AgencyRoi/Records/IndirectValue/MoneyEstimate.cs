namespace AgencyRoi.Records.IndirectValue;

/// <summary>An amount that may not be known exactly.</summary>
/// <param name="Expected">The most likely one.</param>
/// <param name="Low">The lowest it may be; null: it is known exactly on this side.</param>
/// <param name="High">The highest it may be; null: it is known exactly on this side.</param>
internal sealed record MoneyEstimate(Money Expected, Money? Low, Money? High)
{
    public static MoneyEstimate Of(Estimate estimate, string currencyCode) =>
        new(
            new Money(estimate.Expected, currencyCode),
            estimate.Low is { } low ? new Money(low, currencyCode) : null,
            estimate.High is { } high ? new Money(high, currencyCode) : null
        );
}
