using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Advertising;

/// <summary>A price of advertising, or the reason why there is none.</summary>
/// <param name="Amount">Six places at most; null when it is not defined.</param>
/// <param name="UndefinedReason">Why it is not. Null: it is.</param>
internal sealed record AdvertisingPrice(Money? Amount, AdvertisingUndefinedReason? UndefinedReason);

/// <summary>A rate of advertising, or the reason why there is none.</summary>
/// <param name="Value">Six places at most, 0.25 for a quarter; null when it is not defined.</param>
/// <param name="UndefinedReason">Why it is not. Null: it is.</param>
internal sealed record AdvertisingRate(decimal? Value, AdvertisingUndefinedReason? UndefinedReason);

/// <summary>
/// What advertising cost and brought: the sums of a client, channel, campaign or goal, and the ratios made of them, never means of ratios. Money is what the
/// client paid and what came of it, whoever asks.
/// </summary>
internal sealed class AdvertisingFigures(FigureScope scope, AdvertisingSums sums) : ICountsEntries
{
    /// <summary>The direct value and the cost of the client's viewpoint, which the figures are made of.</summary>
    [GraphQLIgnore]
    public EntryFilter Counted
    {
        get
        {
            var counted = scope.Counted(RoiTotal.Direct);
            return counted with { Scope = counted.Scope with { Viewpoint = Viewpoint.Client } };
        }
    }

    /// <summary>Cost of the category AD_SPEND.</summary>
    public Money AdSpend => scope.Shown(sums.AdSpend);

    /// <summary>All that was spent, advertising included.</summary>
    public Money Cost => scope.Shown(sums.Cost);

    /// <summary>
    /// Direct value before margin: sales at their amount less refunds, conversions and outcomes at their stated value, each unit once. No cost avoided.
    /// </summary>
    public Money BookedValue => scope.Shown(sums.BookedValue);

    /// <summary>How often something was shown, paid or not. Null: nobody measured it.</summary>
    public decimal? Impressions => sums.Impressions;

    /// <summary>Clicks, paid or not. Null: nobody measured them.</summary>
    public decimal? Clicks => sums.Clicks;

    /// <summary>Visits, paid or not. Null: nobody measured them.</summary>
    public decimal? Visits => sums.Visits;

    /// <summary>Likes, comments, shares and other reactions, paid or not. Null: nobody measured them.</summary>
    public decimal? Interactions => sums.Interactions;

    /// <summary>
    /// Leads, registrations, downloads and other conversions: facts of the stream CONVERSIONS. One that is stated twice for a goal counts once, and it
    /// stays counted when it becomes a sale.
    /// </summary>
    public decimal Conversions => sums.Conversions;

    /// <summary>
    /// Purchases: facts of the stream DIRECT_SALES that the agency's work brought, summed by quantity; a refund does not lower the sum. A purchase that is
    /// stated twice for a goal counts once.
    /// </summary>
    public decimal Sales => sums.Sales;

    /// <summary>Units of the indicators of goals, of all streams.</summary>
    public decimal Outcomes => sums.Outcomes;

    /// <summary>Spend on advertising over the clicks that it bought.</summary>
    public AdvertisingPrice CostPerClick => Price(AdvertisingRatios.CostPerClick(sums));

    /// <summary>Spend on advertising for 1,000 of the impressions that it bought.</summary>
    public AdvertisingPrice CostPerThousandImpressions => Price(AdvertisingRatios.CostPerThousandImpressions(sums));

    /// <summary>Clicks over impressions, of what says both.</summary>
    public AdvertisingRate ClickThroughRate => Rate(AdvertisingRatios.ClickThroughRate(sums));

    /// <summary>Conversions over clicks.</summary>
    public AdvertisingRate ConversionRate => Rate(AdvertisingRatios.ConversionRate(sums));

    /// <summary>Sales over clicks.</summary>
    public AdvertisingRate SaleRate => Rate(AdvertisingRatios.SaleRate(sums));

    /// <summary>The full cost over outcomes: with hours, tools and fees, and not the advertising alone.</summary>
    public AdvertisingPrice CostPerOutcome => Price(AdvertisingRatios.CostPerOutcome(sums));

    /// <summary>The full cost over sales: with hours, tools and fees, and not the advertising alone.</summary>
    public AdvertisingPrice CostPerSale => Price(AdvertisingRatios.CostPerSale(sums));

    /// <summary>
    /// Return on advertising spend: the booked value over the spend on advertising, 2 for two for each one. It knows no margin and no other cost: it is
    /// never to be set beside a return on investment.
    /// </summary>
    public AdvertisingRate Roas => Rate(AdvertisingRatios.ReturnOnAdSpend(sums));

    private AdvertisingPrice Price(AdvertisingRatio ratio) =>
        new(ratio.Value is { } amount ? new Money(amount, scope.CurrencyCode) : null, ratio.Reason);

    private static AdvertisingRate Rate(AdvertisingRatio ratio) => new(ratio.Value, ratio.Reason);
}
