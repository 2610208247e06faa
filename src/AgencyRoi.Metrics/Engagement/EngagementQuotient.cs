using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Engagement;

/// <summary>The quotient of two sums of engagement with what it was made of: a value, or the reason why there is none.</summary>
public sealed record EngagementQuotient
{
    private EngagementQuotient() { }

    /// <summary>Not rounded; null when not defined.</summary>
    public decimal? Value { get; private init; }

    /// <summary>Null: nobody measured it.</summary>
    public decimal? Numerator { get; private init; }

    /// <summary>Null: nobody measured it.</summary>
    public decimal? Denominator { get; private init; }

    /// <summary>The value with its bounds at 95 %; null: it has none.</summary>
    public Estimate? Interval { get; private init; }

    /// <summary>Set when <see cref="Value"/> is null, and only then.</summary>
    public EngagementUndefinedReason? Reason { get; private init; }

    public static EngagementQuotient Undefined(EngagementUndefinedReason reason) => new() { Reason = reason };

    /// <summary>n ÷ d, without bounds: the one is no part of the other.</summary>
    /// <param name="empty">The reason where there is nothing to divide by.</param>
    public static EngagementQuotient Of(decimal numerator, decimal denominator, EngagementUndefinedReason empty) =>
        denominator <= 0m
            ? Empty(numerator, denominator, empty)
            : new()
            {
                Value = numerator / denominator,
                Numerator = numerator,
                Denominator = denominator,
            };

    /// <summary>k ÷ n, where k are among n: with Wilson's interval.</summary>
    /// <param name="empty">The reason where there is nothing to divide by.</param>
    public static EngagementQuotient OfPart(decimal part, decimal whole, EngagementUndefinedReason empty) =>
        Of(part, whole, empty) is var quotient && quotient.Value is null ? quotient : quotient with { Interval = Wilson.Rate(part, whole) };

    /// <summary>n ÷ d, where d is known by a sample: n ÷ d's high to n ÷ d's low.</summary>
    /// <param name="empty">The reason where there is nothing to divide by.</param>
    public static EngagementQuotient OverEstimate(decimal numerator, Estimate denominator, EngagementUndefinedReason empty)
    {
        var quotient = Of(numerator, denominator.Amount, empty);
        return quotient.Value is not { } value || denominator.Low <= 0m
            ? quotient
            : quotient with
            {
                Interval = new(numerator / denominator.High, value, numerator / denominator.Low),
            };
    }

    /// <summary>1 less it, of the same denominator.</summary>
    public EngagementQuotient Rest() =>
        Value is not { } value ? this : this with { Value = 1m - value, Numerator = Denominator - Numerator, Interval = Interval?.Rest() };

    private static EngagementQuotient Empty(decimal numerator, decimal denominator, EngagementUndefinedReason empty) =>
        new()
        {
            Numerator = numerator,
            Denominator = denominator,
            Reason = empty,
        };
}
