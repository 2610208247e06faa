namespace AgencyRoi.Metrics.Comparison;

/// <summary>Why a ratio of advertising has no value. One that has a value has no reason.</summary>
public enum AdvertisingUndefinedReason
{
    /// <summary>No advertising was paid for, as far as is known.</summary>
    NoAdSpend,

    /// <summary>More came back from advertising networks than was paid to them.</summary>
    NegativeAdSpend,

    /// <summary>Nothing was spent, as far as is known.</summary>
    NoCost,

    /// <summary>More came back from suppliers than was paid to them.</summary>
    NegativeCost,

    /// <summary>Nobody measured impressions: of bought ones where advertising is divided, of those beside clicks in a click-through rate.</summary>
    ImpressionsNotMeasured,

    /// <summary>Impressions were measured, and there were none.</summary>
    NoImpressions,

    /// <summary>Nobody measured clicks: bought ones where advertising is divided, those beside impressions in a click-through rate.</summary>
    ClicksNotMeasured,

    /// <summary>Clicks were measured, and there were none.</summary>
    NoClicks,

    /// <summary>No outcome was reported.</summary>
    NoOutcomes,

    /// <summary>No sale was reported.</summary>
    NoSales,
}

/// <summary>The quotient of two sums of advertising: a value, or the reason why there is none.</summary>
public readonly record struct AdvertisingRatio
{
    private AdvertisingRatio(decimal? value, AdvertisingUndefinedReason? reason) => (Value, Reason) = (value, reason);

    /// <summary>Six places, half away from zero; null when not defined.</summary>
    public decimal? Value { get; }

    /// <summary>Set when <see cref="Value"/> is null, and only then.</summary>
    public AdvertisingUndefinedReason? Reason { get; }

    public static AdvertisingRatio Of(decimal sum, decimal by) => new(Ratio.Of(sum / by).Value, null);

    /// <summary>One that is known to be defined.</summary>
    internal static AdvertisingRatio Of(Ratio defined) => new(defined.Value, null);

    public static AdvertisingRatio Undefined(AdvertisingUndefinedReason reason) => new(null, reason);
}

/// <summary>Sums of a client, channel, campaign or goal in a period, in one currency. What nobody measured is null; what was measured may be zero.</summary>
public sealed record AdvertisingSums
{
    /// <summary>Paid for advertising.</summary>
    public decimal AdSpend { get; init; }

    /// <summary>All that was spent, advertising included.</summary>
    public decimal Cost { get; init; }

    /// <summary>Direct value before margin: sales at their amount less refunds, conversions and outcomes at their stated value; no cost avoided.</summary>
    public decimal BookedValue { get; init; }

    public decimal Conversions { get; init; }

    public decimal Sales { get; init; }

    /// <summary>Units of the indicators of goals.</summary>
    public decimal Outcomes { get; init; }

    public decimal? Impressions { get; init; }

    public decimal? Clicks { get; init; }

    public decimal? Visits { get; init; }

    public decimal? Interactions { get; init; }

    /// <summary>Impressions that advertising bought.</summary>
    public decimal? PaidImpressions { get; init; }

    /// <summary>Clicks that advertising bought.</summary>
    public decimal? PaidClicks { get; init; }

    /// <summary>Impressions of what says its clicks too.</summary>
    public decimal? ImpressionsBesideClicks { get; init; }

    /// <summary>Clicks of what says its impressions too.</summary>
    public decimal? ClicksBesideImpressions { get; init; }
}

/// <summary>
/// What advertising costs and brings: ratios of sums. The spend on advertising is divided by what it bought; outcomes and sales carry the full cost, work
/// included.
/// </summary>
public static class AdvertisingRatios
{
    public static AdvertisingRatio CostPerClick(AdvertisingSums sums) =>
        WithoutSpend(sums) ?? WithoutClicks(sums.PaidClicks) ?? AdvertisingRatio.Of(sums.AdSpend, sums.PaidClicks!.Value);

    public static AdvertisingRatio CostPerThousandImpressions(AdvertisingSums sums) =>
        WithoutSpend(sums)
        ?? WithoutImpressions(sums.PaidImpressions)
        ?? AdvertisingRatio.Of(sums.AdSpend * 1_000m, sums.PaidImpressions!.Value);

    public static AdvertisingRatio ClickThroughRate(AdvertisingSums sums) =>
        sums.Impressions is not null && sums.ImpressionsBesideClicks is null
            ? AdvertisingRatio.Undefined(AdvertisingUndefinedReason.ClicksNotMeasured)
            : WithoutImpressions(sums.ImpressionsBesideClicks)
                ?? AdvertisingRatio.Of(sums.ClicksBesideImpressions!.Value, sums.ImpressionsBesideClicks!.Value);

    public static AdvertisingRatio ConversionRate(AdvertisingSums sums) =>
        WithoutClicks(sums.Clicks) ?? AdvertisingRatio.Of(sums.Conversions, sums.Clicks!.Value);

    public static AdvertisingRatio SaleRate(AdvertisingSums sums) =>
        WithoutClicks(sums.Clicks) ?? AdvertisingRatio.Of(sums.Sales, sums.Clicks!.Value);

    public static AdvertisingRatio CostPerOutcome(AdvertisingSums sums) =>
        WithoutCost(sums) ?? Per(sums.Cost, sums.Outcomes, AdvertisingUndefinedReason.NoOutcomes);

    public static AdvertisingRatio CostPerSale(AdvertisingSums sums) =>
        WithoutCost(sums) ?? Per(sums.Cost, sums.Sales, AdvertisingUndefinedReason.NoSales);

    /// <summary>ROAS: media only, no staff, and so never to be set beside an ROI.</summary>
    public static AdvertisingRatio ReturnOnAdSpend(AdvertisingSums sums) =>
        WithoutSpend(sums) ?? AdvertisingRatio.Of(Roi.ReturnOnAdSpend(sums.BookedValue, sums.AdSpend));

    private static AdvertisingRatio Per(decimal sum, decimal by, AdvertisingUndefinedReason none) =>
        by <= 0m ? AdvertisingRatio.Undefined(none) : AdvertisingRatio.Of(sum, by);

    private static AdvertisingRatio? WithoutSpend(AdvertisingSums sums) =>
        Unless(sums.AdSpend, AdvertisingUndefinedReason.NoAdSpend, AdvertisingUndefinedReason.NegativeAdSpend);

    private static AdvertisingRatio? WithoutCost(AdvertisingSums sums) =>
        Unless(sums.Cost, AdvertisingUndefinedReason.NoCost, AdvertisingUndefinedReason.NegativeCost);

    private static AdvertisingRatio? WithoutClicks(decimal? clicks) =>
        Unless(clicks, AdvertisingUndefinedReason.ClicksNotMeasured, AdvertisingUndefinedReason.NoClicks);

    private static AdvertisingRatio? WithoutImpressions(decimal? impressions) =>
        Unless(impressions, AdvertisingUndefinedReason.ImpressionsNotMeasured, AdvertisingUndefinedReason.NoImpressions);

    private static AdvertisingRatio? Unless(decimal amount, AdvertisingUndefinedReason zero, AdvertisingUndefinedReason negative) =>
        amount switch
        {
            0m => AdvertisingRatio.Undefined(zero),
            < 0m => AdvertisingRatio.Undefined(negative),
            _ => null,
        };

    private static AdvertisingRatio? Unless(decimal? count, AdvertisingUndefinedReason unmeasured, AdvertisingUndefinedReason none) =>
        count switch
        {
            null => AdvertisingRatio.Undefined(unmeasured),
            <= 0m => AdvertisingRatio.Undefined(none),
            _ => null,
        };
}
