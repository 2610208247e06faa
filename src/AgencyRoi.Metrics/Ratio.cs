namespace AgencyRoi.Metrics;

/// <summary>Why a ratio has no value. One that has a value has no reason.</summary>
public enum UndefinedReason
{
    /// <summary>Nothing was spent, so there is nothing to divide by.</summary>
    NoCost,

    /// <summary>More came back from suppliers than was paid to them.</summary>
    NegativeCost,

    /// <summary>Too few periods have been measured.</summary>
    InsufficientHistory,

    /// <summary>Nothing was counted that could be divided by: no hours, no visits, no audited follower.</summary>
    NotMeasured,
}

/// <summary>The quotient of two sums: a value, or the reason why there is none. Never zero or infinity in place of "not defined".</summary>
public readonly record struct Ratio
{
    private Ratio(decimal? value, UndefinedReason? reason) => (Value, Reason) = (value, reason);

    /// <summary>Six places, half away from zero; null when not defined.</summary>
    public decimal? Value { get; }

    /// <summary>Set when <see cref="Value"/> is null, and only then.</summary>
    public UndefinedReason? Reason { get; }

    public static Ratio Of(decimal value) => new(decimal.Round(value, 6, MidpointRounding.AwayFromZero), null);

    public static Ratio Undefined(UndefinedReason reason) => new(null, reason);
}
