using System.Collections.Frozen;

namespace AgencyRoi.Metrics;

/// <summary>Decimal places in which a currency is paid. Source: ISO 4217, list one.</summary>
public static class MinorUnits
{
    private const int Usual = 2;

    private static readonly FrozenDictionary<string, int> Others = (
        from given in new[]
        {
            (Places: 0, Codes: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
            (Places: 3, Codes: "BHD IQD JOD KWD LYD OMR TND"),
        }
        from code in given.Codes.Split(' ')
        select (code, given.Places)
    ).ToFrozenDictionary(currency => currency.code, currency => currency.Places);

    public static int Of(string currencyCode) => Others.GetValueOrDefault(currencyCode, Usual);

    /// <summary>The smallest amount with so many places: 0.01 with two.</summary>
    internal static decimal Smallest(int places) => new(1, 0, 0, isNegative: false, checked((byte)places));

    /// <summary>The amount with so many places, written in full: 0.00 and not 0.</summary>
    internal static decimal Round(decimal amount, int places, MidpointRounding rounding) =>
        decimal.Round(amount, places, rounding) + new decimal(0, 0, 0, isNegative: false, checked((byte)places));
}
