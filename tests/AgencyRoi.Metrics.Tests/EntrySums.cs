namespace AgencyRoi.Metrics.Tests;

internal static class EntrySums
{
    /// <summary>A sum of a row of a table.</summary>
    public static EntrySum Of(
        EntrySide side,
        ReturnClass returnClass,
        ValuationBasis basis,
        decimal amount,
        decimal adjusted,
        decimal low,
        decimal high
    ) =>
        new()
        {
            Side = side,
            ReturnClass = returnClass,
            Basis = basis,
            Amount = amount,
            Adjusted = adjusted,
            Low = low,
            High = high,
        };
}
