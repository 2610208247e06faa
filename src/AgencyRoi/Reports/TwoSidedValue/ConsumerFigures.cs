using AgencyRoi.Metrics.TwoSidedValue;
using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Records.ConsumerBenefits;

namespace AgencyRoi.Reports.TwoSidedValue;

/// <summary>
/// Worth of benefits to the people who got them, and what they gave up for it where that was measured. The ledger has none of it. Amounts are in the client's currency, at the
/// exchange rates of the benefits' days.
/// </summary>
[Portal]
internal sealed class ConsumerFigures
{
    private readonly ConsumerSums exact;
    private readonly string currency;
    private readonly decimal worth;
    private readonly decimal worthWithCost;
    private readonly decimal cost;

    private ConsumerFigures(ConsumerSums exact, string currency, decimal worth, decimal worthWithCost, decimal cost) =>
        (this.exact, this.currency, this.worth, this.worthWithCost, this.cost) = (exact, currency, worth, worthWithCost, cost);

    /// <summary>How many statements of benefits are counted.</summary>
    public long BenefitCount => exact.Benefits;

    /// <summary>The people who got them, a person once in each statement: who got two benefits counts twice. Null: nobody recorded a benefit.</summary>
    public decimal? PeopleCount => exact.Benefits == 0 ? null : exact.People;

    /// <summary>The worth to all of them together, before their own cost. Null: nobody recorded a benefit.</summary>
    public Money? Worth => Shown(worth, exact.Benefits);

    /// <summary>Worth ÷ people. Null: nobody recorded a benefit.</summary>
    public Money? WorthPerPerson => exact.WorthPerPerson is { } each ? Rounded(each) : null;

    /// <summary>The hours that they did not have to spend; their worth is in the worth. Null: nobody recorded any.</summary>
    public decimal? HoursSaved => exact.HoursSaved;

    /// <summary>The money and time that they gave up for it, of benefits whose cost to them was measured. Null: of none was.</summary>
    public Money? Cost => Shown(cost, exact.Costed);

    /// <summary>The worth of those benefits alone. Null: of none was the cost measured.</summary>
    public Money? WorthWithCost => Shown(worthWithCost, exact.Costed);

    /// <summary>Benefits whose cost to the consumers nobody measured: they are in the worth, and not in the consumers' return.</summary>
    public long WithoutCostCount => exact.Benefits - exact.Costed;

    /// <summary>
    /// The consumers' own return: (worth - cost) x 100 / cost, in percent with six places, over benefits whose cost to them was measured. Null when it is not defined: the reason
    /// says why.
    /// </summary>
    public decimal? RoiPercent => exact.RoiPercent.Value;

    /// <summary>Why there is no return: NOT_MEASURED without any measured cost, NO_COST where it cost them nothing. Null: there is one.</summary>
    public UndefinedReason? UndefinedReason => exact.RoiPercent.Reason;

    public static ConsumerFigures Of(ConsumerSums whole, string currency) => Together([whole], currency)[0];

    /// <summary>Those of all parts of a whole, rounded together.</summary>
    public static IReadOnlyList<ConsumerFigures> Together(IReadOnlyList<ConsumerSums> parts, string currency)
    {
        var places = MinorUnits.Of(currency);
        var worths = LargestRemainder.Round([.. parts.Select(part => part.Worth)], places);
        var withCost = LargestRemainder.Round([.. parts.Select(part => part.WorthWithCost)], places);
        var costs = LargestRemainder.Round([.. parts.Select(part => part.Cost)], places);
        return
        [
            .. parts.Select((part, i) => new ConsumerFigures(part, currency, worth: worths[i], worthWithCost: withCost[i], cost: costs[i])),
        ];
    }

    private Money? Shown(decimal amount, long of) => of == 0 ? null : new Money(amount, currency);

    private Money Rounded(decimal amount) => new Money(amount, currency).Rounded(MinorUnits.Of(currency));
}

/// <summary>Benefits to consumers of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Figures">What they are worth to the people.</param>
[Portal]
internal sealed record ConsumerFiguresOfKind(ConsumerBenefitKind Kind, ConsumerFigures Figures);

/// <summary>Benefits to consumers whose worth is known in one way.</summary>
/// <param name="Basis">How it is known.</param>
/// <param name="Figures">What they are worth to the people.</param>
internal sealed record ConsumerFiguresOfBasis(ConsumerBenefitBasis Basis, ConsumerFigures Figures);

/// <summary>Benefits to consumers by one channel.</summary>
/// <param name="ChannelId">The client's channel; null: of those without one.</param>
/// <param name="Figures">What they are worth to the people.</param>
internal sealed record ConsumerFiguresOfChannel([property: ID<Channel>] ChannelId? ChannelId, ConsumerFigures Figures) : IOfChannel;
