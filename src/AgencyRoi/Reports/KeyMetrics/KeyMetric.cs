using System.Diagnostics;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Reports.Caveats;
using AgencyRoi.Returns.Advertising;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.KeyMetrics;

/// <summary>A figure that a client is shown first, in a period and in the one before it.</summary>
/// <param name="Choice">What it is.</param>
/// <param name="Unit">What its values are in.</param>
/// <param name="Current">In the period.</param>
/// <param name="Previous">In the period of the same length before: as many months where it consists of whole months, and otherwise as many days.</param>
/// <param name="PreviousPeriod">The days of the period before.</param>
internal sealed record KeyMetric(
    KeyMetricChoice Choice,
    KeyMetricUnit Unit,
    KeyMetricFigure Current,
    KeyMetricFigure Previous,
    Period PreviousPeriod
);

/// <summary>A key metric in a period: an amount where its unit is MONEY, and otherwise a value; or the reason why there is neither.</summary>
/// <param name="Value">Six places at most. Null: the unit is MONEY, or it is not defined.</param>
/// <param name="Amount">Null: the unit is not MONEY, or it is not defined.</param>
/// <param name="UndefinedReason">Why it is not defined. Null: it is.</param>
internal sealed record KeyMetricFigure(decimal? Value, Money? Amount, KeyMetricUndefinedReason? UndefinedReason)
{
    [GraphQLIgnore]
    public required CountedFigure Counted { get; init; }

    public static KeyMetricFigure Of(RoiFigure figure, Money cost, KeyMetricCode metric)
    {
        var (value, amount, reason) = KeyMetricReturn.Of(figure, cost, metric);
        return new(value, amount, reason) { Counted = new(figure.Counted) };
    }

    public static KeyMetricFigure Of(AdvertisingFigures figures, KeyMetricCode metric)
    {
        return metric switch
        {
            KeyMetricCode.CostPerClick => OfPrice(figures.CostPerClick),
            KeyMetricCode.CostPerThousandImpressions => OfPrice(figures.CostPerThousandImpressions),
            KeyMetricCode.CostPerOutcome => OfPrice(figures.CostPerOutcome),
            KeyMetricCode.CostPerSale => OfPrice(figures.CostPerSale),
            KeyMetricCode.ClickThroughRate => OfRate(figures.ClickThroughRate),
            KeyMetricCode.ConversionRate => OfRate(figures.ConversionRate),
            KeyMetricCode.SaleRate => OfRate(figures.SaleRate),
            KeyMetricCode.Roas => OfRate(figures.Roas),
            KeyMetricCode.RoiPercent
            or KeyMetricCode.Value
            or KeyMetricCode.Net
            or KeyMetricCode.Cost
            or KeyMetricCode.GoalProgress
            or KeyMetricCode.Indicator
            or _ => throw new UnreachableException($"{metric} is no ratio of advertising."),
        };

        KeyMetricFigure OfPrice(AdvertisingPrice price) =>
            new(null, price.Amount, ReasonOf(price.UndefinedReason)) { Counted = new(figures.Counted) };

        KeyMetricFigure OfRate(AdvertisingRate rate) =>
            new(rate.Value, null, ReasonOf(rate.UndefinedReason)) { Counted = new(figures.Counted) };

        static KeyMetricUndefinedReason? ReasonOf(AdvertisingUndefinedReason? reason) =>
            reason is { } known ? EnumCode.Parse<KeyMetricUndefinedReason>(EnumCode.Of(known)) : null;
    }

    /// <summary>Units, or what they are of a target, rounded to six places.</summary>
    public static KeyMetricFigure OfUnits(decimal value, EntryFilter counted) =>
        new(decimal.Round(value, 6, MidpointRounding.AwayFromZero), null, null) { Counted = new(counted, IsQuantity: true) };

    public static KeyMetricFigure None(KeyMetricUndefinedReason reason, EntryFilter counted) =>
        new(null, null, reason) { Counted = new(counted, IsQuantity: true) };
}

/// <summary>A figure of a return as a key metric, as the ledger has it now or as it was reported.</summary>
internal static class KeyMetricReturn
{
    public static (decimal? Value, Money? Amount, KeyMetricUndefinedReason? Reason) Of(
        IReturnFigure figure,
        Money cost,
        KeyMetricCode metric
    ) =>
        metric switch
        {
            KeyMetricCode.RoiPercent => (
                figure.RoiPercent,
                null,
                figure.UndefinedReason is { } reason ? EnumCode.Parse<KeyMetricUndefinedReason>(EnumCode.Of(reason)) : null
            ),
            KeyMetricCode.Value => (null, figure.Value, null),
            KeyMetricCode.Net => (null, figure.Net, null),
            KeyMetricCode.Cost => (null, cost, null),
            KeyMetricCode.CostPerClick
            or KeyMetricCode.CostPerThousandImpressions
            or KeyMetricCode.ClickThroughRate
            or KeyMetricCode.ConversionRate
            or KeyMetricCode.SaleRate
            or KeyMetricCode.CostPerOutcome
            or KeyMetricCode.CostPerSale
            or KeyMetricCode.Roas
            or KeyMetricCode.GoalProgress
            or KeyMetricCode.Indicator
            or _ => throw new UnreachableException($"{metric} is no figure of a return."),
        };
}

[ObjectType<KeyMetricFigure>]
internal static partial class KeyMetricFigureFields
{
    /// <summary>The restrictions of this figure, in the order of the codes; empty: none is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] KeyMetricFigure figure,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(figure.Counted, cancellationToken);
}
