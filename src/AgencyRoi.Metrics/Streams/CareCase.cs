using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>A complaint made in public, and who watched it being answered.</summary>
/// <param name="HoursToAnswer">To the first answer; null when there was none.</param>
/// <param name="TargetHours">What the client promises.</param>
/// <param name="Fairness">How fairly it ended, as a person graded it: 0, 0.25, 0.5, 0.75 or 1.</param>
/// <param name="SentimentBefore">Of the customer, from -1 to 1; null when nobody looked.</param>
/// <param name="WitnessAudience">Accounts that could see it: gross, as the network says.</param>
/// <param name="AuditSample">Accounts looked at in the last audit of that audience, 0 when there was none.</param>
/// <param name="AuditInauthentic">Those of them that are fake or inactive.</param>
/// <param name="SeenShare">The share of the audience that the case reached.</param>
/// <param name="CustomerShare">The share of witnesses who are customers.</param>
/// <param name="RetentionGain">What a case answered well adds to a customer's retention, from the client's own data.</param>
/// <param name="Margin">Of one customer in a period.</param>
/// <param name="RetentionLost">
/// What a case answered badly or not at all takes from a customer's retention, from the client's own data; null when nobody has measured it.
/// </param>
public sealed record CareCaseInput(
    decimal? HoursToAnswer,
    decimal TargetHours,
    decimal Fairness,
    decimal? SentimentBefore,
    decimal? SentimentAfter,
    decimal WitnessAudience,
    decimal AuditSample,
    decimal AuditInauthentic,
    decimal SeenShare,
    decimal CustomerShare,
    decimal RetentionGain,
    decimal Margin,
    decimal? RetentionLost = null
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            HoursToAnswer is { } hours ? Checks.NotNegative(nameof(HoursToAnswer), hours) : null,
            Checks.AboveZero(nameof(TargetHours), TargetHours),
            Checks.Share(nameof(Fairness), (Estimate)Fairness),
            Checks.On(SentimentBefore is < -1m or > 1m, nameof(SentimentBefore), InputRule.Ordered),
            Checks.On(SentimentAfter is < -1m or > 1m, nameof(SentimentAfter), InputRule.Ordered),
            Checks.NotNegative(nameof(WitnessAudience), WitnessAudience),
            Checks.NotNegative(nameof(AuditSample), AuditSample),
            Checks.Within(nameof(AuditInauthentic), AuditInauthentic, nameof(AuditSample), AuditSample),
            Checks.Share(nameof(SeenShare), (Estimate)SeenShare),
            Checks.Share(nameof(CustomerShare), (Estimate)CustomerShare),
            Checks.Share(nameof(RetentionGain), (Estimate)RetentionGain),
            Checks.NotNegative(nameof(Margin), Margin),
            Checks.Share(nameof(RetentionLost), RetentionLost)
        );
}

/// <summary>
/// Answered well: value = real witnesses × seen × customers among them × retention gained × margin × timeliness × fairness.
/// Answered badly or not at all: value = -(real witnesses × seen × customers among them × retention lost × margin × (1 - timeliness × fairness)).
/// A case was answered badly when it ended less than half fairly (fairness below 0.5), or with a customer no happier than before. Timeliness is 1
/// within the promised time, target / hours after it, and 0 without an answer. Only the real audience watches, so an audience that was never audited
/// is worth nothing. The end at zero stays open, since it may be that no witness changed their mind: it is the low end of a gain and the high end of a
/// loss; the other end takes the real audience at the top of its interval. Without retention lost from the client's own data a loss has no value.
/// Our own formulas, grade D at best.
/// </summary>
public static class CareCase
{
    /// <summary>2: cases that were answered badly or not at all lose value, where they were worth nothing; amounts are rounded once.</summary>
    public static readonly ValuationMethod Method = new("care-witnesses", 2);

    /// <summary>What ended less fairly than this was answered badly.</summary>
    private const decimal HalfFair = 0.5m;

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, CareCaseInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var audience = EffectiveAudience.Of(input.WitnessAudience, input.AuditInauthentic, input.AuditSample) ?? Estimate.Zero;
        if (!IsAnsweredBadly(input))
            return Line(fact, input, audience, RetentionChange.Gained(input), terms);
        return input.RetentionLost is { } lost
            ? Line(fact, input, audience, RetentionChange.Lost(input, lost), terms)
            : StreamValue.Beside(new Memo(MemoReason.NoRetentionLost, null, fact.CurrencyCode));
    }

    /// <summary>Nobody answered, it ended less than half fairly, or the customer ended no happier than before.</summary>
    public static bool IsAnsweredBadly(CareCaseInput input) =>
        input.HoursToAnswer is null || input.Fairness < HalfFair || input.SentimentAfter <= input.SentimentBefore;

    /// <summary>1 within the promised time, target / hours after it, 0 without an answer.</summary>
    public static decimal Timeliness(decimal? hours, decimal targetHours) =>
        hours is not { } given ? 0m
        : given <= targetHours ? 1m
        : targetHours / given;

    private static StreamValue Line(StreamFact fact, CareCaseInput input, Estimate audience, RetentionChange change, ValuationTerms terms)
    {
        var inputs = new Inputs
        {
            { "hoursToAnswer", input.HoursToAnswer },
            { "targetHours", input.TargetHours },
            { "timeliness", Timeliness(input.HoursToAnswer, input.TargetHours) },
            { "fairness", input.Fairness },
            { "sentimentBefore", input.SentimentBefore },
            { "sentimentAfter", input.SentimentAfter },
            { "witnessAudience", input.WitnessAudience },
            { "realAudience", audience },
            { "seenShare", input.SeenShare },
            { "customerShare", input.CustomerShare },
            { change.Name, change.Retention },
            { "margin", input.Margin },
        };
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.Reputation,
                ValuationBasis.Margin,
                $"care-case:{fact.ExternalReference}",
                Method,
                EvidenceGrade.D,
                (audience with { Low = 0m }) * (input.SeenShare * input.CustomerShare * change.PerCustomer * input.Margin),
                inputs,
                terms,
                1m
            )
        );
    }

    /// <summary>What the case does to the retention of a customer who saw it.</summary>
    /// <param name="Name">Of the input that it is made from.</param>
    /// <param name="PerCustomer">Below zero for a loss.</param>
    private readonly record struct RetentionChange(string Name, decimal Retention, decimal PerCustomer)
    {
        public static RetentionChange Gained(CareCaseInput input) =>
            new("retentionGain", input.RetentionGain, input.RetentionGain * Quality(input));

        public static RetentionChange Lost(CareCaseInput input, decimal lost) => new("retentionLost", lost, -lost * (1m - Quality(input)));

        private static decimal Quality(CareCaseInput input) => Timeliness(input.HoursToAnswer, input.TargetHours) * input.Fairness;
    }
}
