namespace AgencyRoi.Metrics.Valuation;

/// <summary>Money given back for a sale.</summary>
/// <param name="Amount">Above zero, in the sale's currency.</param>
public sealed record RefundFact(string ExternalReference, DateOnly OccurredOn, Money Amount);

/// <summary>
/// A returned sale is negative value on the day of the return, on the sale's own basis and dimensions; it is no cost. It claims nothing:
/// it only takes back.
/// </summary>
public static class RefundValuation
{
    public static readonly ValuationMethod Method = new("refunded-sale", 2);

    /// <summary>Of a sale that is split by the credits of its touches.</summary>
    public static readonly ValuationMethod Credited = new("refunded-credited-sale", 1);

    /// <param name="sale">With the margin and the credits that it was posted with, so that a full refund leaves nothing.</param>
    /// <param name="rates">Of the day of the refund.</param>
    /// <returns>No line when the sale is unattributed: what never counted is not taken back.</returns>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    /// <exception cref="InvalidOperationException">The refund is in another currency than its sale.</exception>
    public static IReadOnlyList<ValuedEntry> Value(RefundFact refund, SaleFact sale, LedgerRates rates, EvidenceFactors factors)
    {
        if (!sale.IsAttributed)
            return [];

        var inputs = new Dictionary<string, string>
        {
            ["sale"] = sale.ExternalReference,
            ["refunded"] = ExactAmount.Text(refund.Amount.Amount),
        };
        var worth = Worth(refund, sale, inputs);
        var valued = new ValuedConversion(sale, worth, refund.OccurredOn, Quantity: 0m, rates, factors, inputs);
        return sale.Credits is null ? [valued.Whole(Method)] : [.. valued.Parts(Credited)];
    }

    /// <summary>What it takes back as a whole in the client's currency, attributed or not, below zero, at the four places of the ledger.</summary>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    /// <exception cref="InvalidOperationException">The refund is in another currency than its sale.</exception>
    public static decimal BookedAmount(RefundFact refund, SaleFact sale, LedgerRates rates) =>
        LedgerRounding.Of(Worth(refund, sale, []).Amount * rates.Client);

    private static Money Worth(RefundFact refund, SaleFact sale, Dictionary<string, string> inputs)
    {
        var currency = (sale.Amount ?? sale.UnitValue)?.CurrencyCode ?? refund.Amount.CurrencyCode;
        return SaleValuation.Contribution(sale, Money.Zero(currency) - refund.Amount, inputs);
    }
}
