using System.Globalization;

namespace AgencyRoi.Metrics.Valuation;

/// <summary>The amount of a line before any rounding, ready to become the amounts of the ledger.</summary>
internal readonly record struct ExactAmount(decimal Value, string CurrencyCode, LedgerRates Rates)
{
    public decimal Original => LedgerAmounts.Rounded(Value);

    public LedgerAmounts Client(decimal factor) => LedgerAmounts.Of(Value, Rates.Client, factor);

    public LedgerAmounts Agency(decimal factor) => LedgerAmounts.Of(Value, Rates.Agency, factor);

    /// <summary>A number as the inputs of an entry write it: invariant, without trailing zeros.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
