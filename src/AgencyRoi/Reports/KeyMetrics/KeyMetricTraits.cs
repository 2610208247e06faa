namespace AgencyRoi.Reports.KeyMetrics;

/// <summary>The figure that a key metric is. A volume metric is none.</summary>
internal enum KeyMetricCode
{
    /// <summary>The return on investment of one of the four totals.</summary>
    RoiPercent,

    /// <summary>The value of one of the four totals.</summary>
    Value,

    /// <summary>Value of one of the four totals less cost.</summary>
    Net,

    /// <summary>All that was spent.</summary>
    Cost,

    /// <summary>Spend on advertising over the clicks that it bought.</summary>
    CostPerClick,

    /// <summary>Spend on advertising for 1,000 of the impressions that it bought.</summary>
    CostPerThousandImpressions,

    /// <summary>Clicks over impressions.</summary>
    ClickThroughRate,

    /// <summary>Conversions over clicks.</summary>
    ConversionRate,

    /// <summary>Sales over clicks.</summary>
    SaleRate,

    /// <summary>The full cost over outcomes.</summary>
    CostPerOutcome,

    /// <summary>The full cost over sales.</summary>
    CostPerSale,

    /// <summary>Return on advertising spend.</summary>
    Roas,

    /// <summary>What a goal reached, from its first day to the end of the period, in percent of its target.</summary>
    GoalProgress,

    /// <summary>The units of an indicator over all goals of the client that count it, as a KPI definition says how.</summary>
    Indicator,
}

/// <summary>The unit of a key metric.</summary>
internal enum KeyMetricUnit
{
    /// <summary>An amount with its currency.</summary>
    Money,

    /// <summary>Hundredths.</summary>
    Percent,

    /// <summary>A quotient of two sums: 0.25 for a quarter.</summary>
    Ratio,

    /// <summary>Units of an indicator.</summary>
    Units,
}

/// <summary>Why a key metric has no value in a period.</summary>
internal enum KeyMetricUndefinedReason
{
    /// <summary>Nothing was spent, as far as is known.</summary>
    NoCost,

    /// <summary>More came back from suppliers than was paid to them.</summary>
    NegativeCost,

    /// <summary>Too few periods have been measured.</summary>
    InsufficientHistory,

    /// <summary>Nothing was counted: no goal of the client counted the indicator in the period.</summary>
    NotMeasured,

    /// <summary>No advertising was paid for, as far as is known.</summary>
    NoAdSpend,

    /// <summary>More came back from advertising networks than was paid to them.</summary>
    NegativeAdSpend,

    /// <summary>Nobody measured impressions.</summary>
    ImpressionsNotMeasured,

    /// <summary>Impressions were measured, and there were none.</summary>
    NoImpressions,

    /// <summary>Nobody measured clicks.</summary>
    ClicksNotMeasured,

    /// <summary>Clicks were measured, and there were none.</summary>
    NoClicks,

    /// <summary>No outcome was reported.</summary>
    NoOutcomes,

    /// <summary>No sale was reported.</summary>
    NoSales,

    /// <summary>The goal has no target above zero on the last day of the period, or one in a currency that is not the client's any more.</summary>
    NoTarget,

    /// <summary>The goal began after the period.</summary>
    NotBegun,

    /// <summary>The goal came to count a volume metric, which is no key metric.</summary>
    VolumeIndicator,

    /// <summary>It is no part of what is reported at a closing, or the period does not consist of months that were published.</summary>
    NotPublished,
}

internal static class KeyMetricCodes
{
    /// <summary>Whether it is of one of the four totals.</summary>
    public static bool IsOfTotal(this KeyMetricCode code) => code is KeyMetricCode.RoiPercent or KeyMetricCode.Value or KeyMetricCode.Net;

    /// <summary>Whether it is made of cost and value of the ledger alone, which closings report.</summary>
    public static bool IsOfReturn(this KeyMetricCode code) => code.IsOfTotal() || code == KeyMetricCode.Cost;

    public static bool IsOfAdvertising(this KeyMetricCode code) => code is >= KeyMetricCode.CostPerClick and <= KeyMetricCode.Roas;

    public static KeyMetricUnit UnitOf(KeyMetricCode code) =>
        code switch
        {
            KeyMetricCode.RoiPercent or KeyMetricCode.GoalProgress => KeyMetricUnit.Percent,
            KeyMetricCode.Value
            or KeyMetricCode.Net
            or KeyMetricCode.Cost
            or KeyMetricCode.CostPerClick
            or KeyMetricCode.CostPerThousandImpressions
            or KeyMetricCode.CostPerOutcome
            or KeyMetricCode.CostPerSale => KeyMetricUnit.Money,
            KeyMetricCode.ClickThroughRate or KeyMetricCode.ConversionRate or KeyMetricCode.SaleRate or KeyMetricCode.Roas =>
                KeyMetricUnit.Ratio,
            KeyMetricCode.Indicator => KeyMetricUnit.Units,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };
}
