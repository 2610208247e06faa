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
    decimal Margin
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
            Checks.Within(nameof(AuditInauthentic), AuditInauthentic, AuditSample),
            Checks.Share(nameof(SeenShare), (Estimate)SeenShare),
            Checks.Share(nameof(CustomerShare), (Estimate)CustomerShare),
            Checks.Share(nameof(RetentionGain), (Estimate)RetentionGain),
            Checks.NotNegative(nameof(Margin), Margin)
        );
}

/// <summary>
/// Value = real witnesses × seen × customers among them × retention gained × margin × timeliness × fairness. Only the real audience
/// watches, so an audience that was never audited is worth nothing. Timeliness is 1 within the promised time and target / hours after it.
/// Low is zero, since it may be that no witness changed their mind; high takes the real audience at the top of its interval. Our own
/// formula, grade D at best.
/// </summary>
public static class CareCase
{
    public static readonly ValuationMethod Method = new("care-witnesses", 2);

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, CareCaseInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        if (input.HoursToAnswer is not { } hours || input.SentimentAfter <= input.SentimentBefore)
            return StreamValue.Beside(new Memo(MemoReason.Unresolved, Estimate.Zero, fact.CurrencyCode));

        var timeliness = Timeliness(hours, input.TargetHours);
        var audience = EffectiveAudience.Of(input.WitnessAudience, input.AuditInauthentic, input.AuditSample) ?? Estimate.Zero;
        var each = input.SeenShare * input.CustomerShare * input.RetentionGain * input.Margin * timeliness * input.Fairness;
        var inputs = new Inputs
        {
            { "hoursToAnswer", hours },
            { "targetHours", input.TargetHours },
            { "timeliness", timeliness },
            { "fairness", input.Fairness },
            { "sentimentBefore", input.SentimentBefore },
            { "sentimentAfter", input.SentimentAfter },
            { "witnessAudience", input.WitnessAudience },
            { "realAudience", audience },
            { "seenShare", input.SeenShare },
            { "customerShare", input.CustomerShare },
            { "retentionGain", input.RetentionGain },
            { "margin", input.Margin },
        };
        return StreamValue.Of(
            StreamLine.Of(
                fact,
                ValueStream.Reputation,
                Basis.Margin,
                $"care-case:{fact.ExternalReference}",
                Method,
                EvidenceGrade.D,
                (audience with { Low = 0m }) * each,
                inputs,
                terms,
                1m
            )
        );
    }

    /// <summary>1 within the promised time, target / hours after it.</summary>
    public static decimal Timeliness(decimal hours, decimal targetHours) => hours <= targetHours ? 1m : targetHours / hours;
}
