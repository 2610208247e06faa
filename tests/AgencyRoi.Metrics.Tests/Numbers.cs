global using static AgencyRoi.Metrics.Tests.Numbers;
using System.Globalization;

namespace AgencyRoi.Metrics.Tests;

/// <summary>Attributes cannot hold a decimal; these read one from text, in the same culture everywhere.</summary>
internal static class Numbers
{
    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static decimal[] List(string text) => [.. text.Split(' ').Select(Number)];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateRange YearOf(int year) => new(new(year, 1, 1), new(year + 1, 1, 1));
}
