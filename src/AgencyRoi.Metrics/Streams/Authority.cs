using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>The three ways to price a link. One is picked; two would count the same thing twice.</summary>
public enum LinkPricing
{
    /// <summary>Clicks that came through it in a month × value of a visit. The cleanest.</summary>
    ReferralClicks,

    /// <summary>What it would cost to earn, spread evenly over its life. A replacement cost.</summary>
    ReplacementCost,

    /// <summary>The site's monthly traffic value over its referring domains. A replacement cost.</summary>
    TrafficShare,
}

/// <summary>A link or citation, earned once.</summary>
/// <param name="EarnedOn">Its first month is the first that is valued.</param>
/// <param name="SeenOn">The last day it was seen alive: no month after it is valued until it is seen again.</param>
/// <param name="LostOn">The month in which it was lost counts nothing.</param>
/// <param name="Quantity">Clicks a month, 1 for a cost, or the referring domains, as the pricing says.</param>
/// <param name="Price">Value of a visit, cost of a link, or the site's monthly traffic value.</param>
/// <param name="MonthlySurvival">The share of such links that still stand after a month.</param>
/// <param name="MonthsWithPricedTraffic">First days of the months in which the page's traffic is priced by keyword.</param>
public sealed record LinkInput(
    string Url,
    DateOnly EarnedOn,
    DateOnly SeenOn,
    DateOnly? LostOn,
    bool IsFollowed,
    bool IsSpam,
    LinkPricing Pricing,
    decimal Quantity,
    decimal Price,
    Estimate MonthlySurvival,
    IReadOnlySet<DateOnly>? MonthsWithPricedTraffic = null
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.Required(nameof(Url), Url != ""),
            Checks.Against(SeenOn < EarnedOn, nameof(SeenOn), InputRule.InOrder, nameof(EarnedOn)),
            Checks.Against(LostOn < EarnedOn, nameof(LostOn), InputRule.InOrder, nameof(EarnedOn)),
            Pricing == LinkPricing.ReferralClicks
                ? Checks.NotNegative(nameof(Quantity), Quantity)
                : Checks.AboveZero(nameof(Quantity), Quantity),
            Checks.NotNegative(nameof(Price), Price),
            Checks.Share(nameof(MonthlySurvival), MonthlySurvival)
        );
}

/// <summary>
/// A link is valued once, month by month over at most 24 months: monthly value × survival^months since it was earned. One that passes no
/// authority or is spam is worth nothing; a lost one stops. Replacement costs and the priced traffic of the same page exclude each other.
/// </summary>
public static class Authority
{
    public const int Months = 24;

    public static readonly ValuationMethod Method = new("link-value", 2);

    /// <returns>One line a month, on its first day or the day the link was earned.</returns>
    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, LinkInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        if (!input.IsFollowed || input.IsSpam)
            return StreamValue.Beside(new Memo(input.IsSpam ? MemoReason.Spam : MemoReason.NotFollowed, Estimate.Zero, fact.CurrencyCode));

        var lines = new List<ValuedEntry>();
        var priced = new List<Memo>();
        foreach (var point in Curve(input))
        {
            if (input.Pricing != LinkPricing.ReferralClicks && input.MonthsWithPricedTraffic?.Contains(FirstOf(point.Day)) == true)
                priced.Add(new(MemoReason.TrafficPriced, point.Value, fact.CurrencyCode));
            else if (IsAlive(input, point.Day))
                lines.AddRange(Line(fact with { Day = point.Day }, input, point.Value, terms));
        }
        return new(lines, priced);
    }

    /// <summary>The value of one month before any decay; null without domains to share by.</summary>
    public static decimal? MonthlyValue(LinkPricing pricing, decimal quantity, decimal price) =>
        pricing switch
        {
            LinkPricing.ReferralClicks => quantity * price,
            LinkPricing.ReplacementCost => quantity * price / Months,
            LinkPricing.TrafficShare => quantity == 0m ? null : price / quantity,
            _ => throw new ArgumentOutOfRangeException(nameof(pricing), pricing, null),
        };

    /// <summary>The whole of a link's life as it is expected when it is earned, for a chart: a day in each month and its value.</summary>
    public static IEnumerable<(DateOnly Day, Estimate Value)> Curve(LinkInput input)
    {
        var value = (Estimate)(MonthlyValue(input.Pricing, input.Quantity, input.Price) ?? 0m);
        for (var month = 0; month < Months; month++)
        {
            yield return (month == 0 ? input.EarnedOn : FirstOf(input.EarnedOn).AddMonths(month), value);
            value *= input.MonthlySurvival;
        }
    }

    private static bool IsAlive(LinkInput input, DateOnly day) =>
        FirstOf(day) <= input.SeenOn && (input.LostOn is not { } lost || FirstOf(day) < FirstOf(lost));

    private static IReadOnlyList<ValuedEntry> Line(StreamFact fact, LinkInput input, Estimate value, ValuationTerms terms)
    {
        var inputs = new Inputs
        {
            { "quantity", input.Quantity },
            { "price", input.Price },
            { "monthlySurvival", input.MonthlySurvival },
        };
        inputs["pricing"] = EnumCode.Of(input.Pricing);
        var isReplacement = input.Pricing != LinkPricing.ReferralClicks;
        return StreamEntry.Of(
            fact,
            ValueStream.Authority,
            isReplacement ? ValuationBasis.ReplacementCost : ValuationBasis.Stated,
            $"link:{input.Url}:{StreamEntry.Month(fact.Day)}",
            Method,
            isReplacement ? EvidenceGrade.D : EvidenceGrade.C,
            value,
            inputs,
            terms,
            1m
        );
    }

    private static DateOnly FirstOf(DateOnly day) => IntervalBuckets.StartOf(day, TimeInterval.Month);
}
