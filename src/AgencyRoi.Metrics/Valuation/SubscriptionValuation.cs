using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Valuation;

/// <summary>What was paid for the use of a platform over a term.</summary>
public sealed record SubscriptionFact(string ExternalReference, DateRange Term, Money Amount, PaidBy PaidBy);

/// <summary>
/// A term paid in advance never hits one month: each of its days bears its share. It is converted as a whole at the rate of the term's first day, since
/// what is paid in advance does not move with the rate afterwards (IAS 21.23).
/// </summary>
public static class SubscriptionValuation
{
    public static readonly ValuationMethod Method = new("subscription-by-day", 1);

    /// <param name="rates">Of the term's first day.</param>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static IReadOnlyList<ValuedLine> Value(SubscriptionFact subscription, LedgerRates rates)
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
        var original = Parts(whole.OriginalAmount);
        var client = Parts(whole.Client.Amount);
        var agency = Parts(whole.Agency.Amount);
        return
        [
            .. Enumerable
                .Range(0, term.Days)
                .Select(day =>
                    whole with
                    {
                        Day = term.From.AddDays(day),
                        OriginalAmount = original[day],
                        Client = new(client[day], client[day], client[day], client[day]),
                        Agency = new(agency[day], agency[day], agency[day], agency[day]),
                    }
                ),
        ];

        decimal[] Parts(decimal of) => DailyShares.ByDay(of, term.Days, LedgerAmounts.Places);
    }
}
