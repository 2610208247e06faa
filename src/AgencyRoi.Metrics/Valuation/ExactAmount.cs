using System.Globalization;

namespace AgencyRoi.Metrics.Valuation;

/// <summary>How the inputs of an entry write a number.</summary>
internal static class ExactAmount
{
    /// <summary>Invariant, without trailing zeros.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
