namespace AgencyRoi.Metrics.Attribution;

/// <summary>How often a path was walked, and how it ended.</summary>
public readonly record struct PathCount
{
    private readonly decimal conversions;
    private readonly decimal nulls;

    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required decimal Conversions
    {
        get => conversions;
        init => conversions = NotNegative(value);
    }

    /// <summary>What the conversions were worth together, of either sign.</summary>
    public decimal Value { get; init; }

    /// <summary>Journeys that ended without a conversion.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public decimal Nulls
    {
        get => nulls;
        init => nulls = NotNegative(value);
    }

    private static decimal NotNegative(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }
}
