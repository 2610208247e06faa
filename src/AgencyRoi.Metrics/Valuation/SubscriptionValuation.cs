namespace AgencyRoi.Metrics.Valuation;

/// <summary>A payment for the use of a platform over a term.</summary>
public sealed record SubscriptionFact(string ExternalReference, DateRange Term, Money Amount, PaidBy PaidBy);

/// <summary>A term paid in advance never hits one month: each of its days bears its share, at the rate of the term's first day.</summary>
public static class SubscriptionValuation
{
    public static readonly ValuationMethod Method = new("subscription-by-day", 2);

    /// <param name="rates">Of the term's first day.</param>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static IReadOnlyList<ValuedEntry> Value(SubscriptionFact subscription, LedgerRates rates)
    {
        var (term, amount) = (subscription.Term, subscription.Amount.Amount);
        var whole = CostEntryValuation.Line(
            new CostFact(
                subscription.ExternalReference,
                CostCategory.Platform,
                term.From,
                subscription.Amount,
                subscription.PaidBy,
                default
            ),
            subscription.PaidBy == PaidBy.Agency ? Viewpoint.Agency : Viewpoint.Client,
            rates
        ) with
        {
            Unit = $"subscription:{subscription.ExternalReference}",
            Method = Method,
            Inputs = new Dictionary<string, string> { ["amount"] = ExactAmount.Text(amount), ["days"] = ExactAmount.Text(term.Days) },
        };
        return [.. TermSpread.ByDay(whole, term)];
    }
}
