using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>Customers followed through one period.</summary>
/// <param name="Customers">At its start.</param>
/// <param name="Lost">Who left in it.</param>
/// <param name="Censored">Whose period had not ended when they were last seen: neither kept nor lost.</param>
public readonly record struct CustomerGroup(decimal Customers, decimal Lost, decimal Censored = 0m)
{
    /// <summary>
    /// The life-table convention: a customer seen for part of the period counts as half a one. Leaving the open ones out would
    /// overstate loss, counting them as kept would overstate retention.
    /// </summary>
    public decimal AtRisk => Customers - Censored / 2m;

    /// <summary>1 - lost / at risk, with its Wilson interval; null for an empty group.</summary>
    public Estimate? Retention => Wilson.Rate(AtRisk - Lost, AtRisk);
}

/// <summary>How a kept customer becomes money.</summary>
public enum RetentionForm
{
    /// <summary>Customers kept × margin of the period. The one for the return of a period.</summary>
    Period,

    /// <summary>Difference of lifetime values over a stated horizon.</summary>
    Lifetime,
}

/// <summary>Engaged customers against comparable ones who are not.</summary>
/// <param name="Margin">Contribution of one customer in one period.</param>
/// <param name="DiscountRate">Per period; used by the lifetime form.</param>
/// <param name="HorizonPeriods">Of the lifetime form; null is without end, which needs every rate below 1 + i.</param>
/// <param name="CountedAlready">Margin of these customers' orders that the same return holds: it is taken off.</param>
public sealed record RetentionInput(
    CustomerGroup Engaged,
    CustomerGroup Control,
    decimal Margin,
    RetentionForm Form = RetentionForm.Period,
    decimal DiscountRate = 0m,
    int? HorizonPeriods = null,
    decimal CountedAlready = 0m
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of([
            .. Group(nameof(Engaged), Engaged),
            .. Group(nameof(Control), Control),
            Checks.NotNegative(nameof(Margin), Margin),
            Checks.NotNegative(nameof(DiscountRate), DiscountRate),
            Checks.NotNegative(nameof(CountedAlready), CountedAlready),
            HorizonPeriods is { } periods ? Checks.AboveZero(nameof(HorizonPeriods), periods) : null,
            Checks.On(HasNoFiniteValue(), nameof(DiscountRate), InputRule.FiniteValue),
        ]);

    // Lifetime values are taken at the ends of the interval too, so the highest rate that is used has to have one.
    private bool HasNoFiniteValue() =>
        Form == RetentionForm.Lifetime
        && HorizonPeriods is null
        && !Group(nameof(Engaged), Engaged).Concat(Group(nameof(Control), Control)).Any(fault => fault is not null)
        && !CustomerLifetimeValue.IsFinite(Retention.HighestRate(this), DiscountRate);

    private static IEnumerable<InputFault?> Group(string field, CustomerGroup group) =>
        [
            Checks.AboveZero($"{field}.{nameof(CustomerGroup.Customers)}", group.Customers),
            Checks.NotNegative($"{field}.{nameof(CustomerGroup.Censored)}", group.Censored),
            Checks.Within(
                $"{field}.{nameof(CustomerGroup.Lost)}",
                group.Lost,
                $"{field}.{nameof(CustomerGroup.Customers)}",
                group.Customers - group.Censored
            )
                is { Rule: InputRule.WithinWhole } broken
                ? broken with
                {
                    Less = $"{field}.{nameof(CustomerGroup.Censored)}",
                }
                : Checks.NotNegative($"{field}.{nameof(CustomerGroup.Lost)}", group.Lost),
        ];
}

/// <summary>
/// Customers kept = engaged × (retention of the engaged - retention of the others), with Newcombe's interval; times margin, or times the
/// lifetime that the difference adds. Engaged customers were better customers before they engaged: grade C unless the design is better.
/// A loss is posted as one. Groups under 30 customers, or of which fewer than ten in all were lost (or kept), give an interval and no value; an interval that holds zero gives a value that is
/// kept out of the adjusted total.
/// </summary>
public static class Retention
{
    public static readonly ValuationMethod Method = new("retention-uplift", 3);

    private const decimal FewestCustomers = 30m;
    private const decimal FewestEvents = 10m;

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, RetentionInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var uplift = Uplift(input);
        var worth = WithoutCounted(Worth(input, uplift), input.CountedAlready);
        if (input.Engaged.Customers < FewestCustomers || input.Control.Customers < FewestCustomers)
            return StreamValue.Beside(new Memo(MemoReason.TooFewCustomers, worth, fact.CurrencyCode));
        if (Events(input) < FewestEvents)
            return StreamValue.Beside(new Memo(MemoReason.TooFewEvents, worth, fact.CurrencyCode));

        var inputs = new Inputs
        {
            { "engaged", input.Engaged.Customers },
            { "engagedLost", input.Engaged.Lost },
            { "engagedCensored", input.Engaged.Censored },
            { "control", input.Control.Customers },
            { "controlLost", input.Control.Lost },
            { "controlCensored", input.Control.Censored },
            { "retentionDifference", uplift },
            { "margin", input.Margin },
            { "countedAlready", input.CountedAlready },
            { "isSignificant", !uplift.ContainsZero },
        };
        inputs["form"] = EnumCode.Of(input.Form);
        if (input.Form == RetentionForm.Lifetime)
        {
            inputs.Add("discountRate", input.DiscountRate);
            inputs["horizonPeriods"] = input.HorizonPeriods is { } periods ? ExactAmount.Text(periods) : "UNLIMITED";
        }
        var lines = StreamEntry.Of(
            fact,
            ValueStream.Relationships,
            ValuationBasis.Margin,
            $"customers:{fact.ExternalReference}",
            Method,
            EvidenceGrade.A,
            worth,
            inputs,
            terms,
            input.Engaged.Customers,
            isSignificant: !uplift.ContainsZero
        );
        return StreamValue.Of(lines);
    }

    /// <summary>Retention of the engaged less that of the others, with Newcombe's interval.</summary>
    public static Estimate Uplift(RetentionInput input) => Newcombe.Difference(Rate(input.Engaged), Rate(input.Control));

    // Where nearly all stay, few are lost, and where nearly all leave, few are kept: the rarer of the two is what can differ.
    private static decimal Events(RetentionInput input)
    {
        var lost = input.Engaged.Lost + input.Control.Lost;
        return Math.Min(lost, input.Engaged.AtRisk + input.Control.AtRisk - lost);
    }

    internal static decimal HighestRate(RetentionInput input) => Math.Max(Reached(input, Uplift(input).High), Rate(input.Control).Amount);

    private static Estimate Worth(RetentionInput input, Estimate uplift) =>
        input.Form == RetentionForm.Period
            ? input.Engaged.Customers * uplift * input.Margin
            : uplift.At(difference =>
                input.Engaged.Customers * (Lifetime(input, Reached(input, difference)) - Lifetime(input, Rate(input.Control).Amount))
            );

    // The control's rate moved by an end of the interval; no end may leave the range of a rate.
    private static decimal Reached(RetentionInput input, decimal difference) => Math.Clamp(Rate(input.Control).Amount + difference, 0m, 1m);

    private static decimal Lifetime(RetentionInput input, decimal retention) =>
        input.HorizonPeriods is { } periods
            ? CustomerLifetimeValue.Over(periods, input.Margin, retention, input.DiscountRate)
            : CustomerLifetimeValue.WithoutEnd(input.Margin, retention, input.DiscountRate);

    // What was counted is taken off a gain, down to nothing; it does not turn a gain into a loss.
    private static Estimate WithoutCounted(Estimate worth, decimal counted) =>
        worth.At(amount => amount > 0m ? Math.Max(0m, amount - counted) : amount);

    private static Estimate Rate(CustomerGroup group) =>
        group.Retention ?? throw new ArgumentException("A group without customers has no retention.", nameof(group));
}
