using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Valuation;

/// <summary>
/// What was paid at once for a term never hits one day: each of its days bears its share, exact in each currency. It is converted as a whole at the rate of
/// one day, since what is paid in advance does not move with the rate afterwards (IAS 21.23).
/// </summary>
internal static class TermSpread
{
    public static IEnumerable<ValuedEntry> ByDay(ValuedEntry whole, DateRange term)
    {
        var original = Parts(whole.OriginalAmount);
        var client = Parts(whole.Client.Amount);
        var agency = Parts(whole.Agency.Amount);
        return Enumerable
            .Range(0, term.Days)
            .Select(day =>
                whole with
                {
                    Day = term.From.AddDays(day),
                    Unrounded = null,
                    OriginalAmount = original[day],
                    Client = new(client[day], client[day], client[day], client[day]),
                    Agency = new(agency[day], agency[day], agency[day], agency[day]),
                }
            );

        decimal[] Parts(decimal of) => DailyShares.ByDay(of, term.Days, LedgerAmounts.Places);
    }
}
