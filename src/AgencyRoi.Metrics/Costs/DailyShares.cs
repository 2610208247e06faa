namespace AgencyRoi.Metrics.Costs;

/// <summary>A payment for a term, spread over its days: amount x days / days of the term, leap days among them.</summary>
public static class DailyShares
{
    /// <summary>The part that falls on some days, unrounded; nothing when they lie outside of the term.</summary>
    public static decimal Share(decimal amount, DateRange term, DateRange part) => amount * term.Intersect(part).Days / term.Days;

    /// <summary>
    /// The amount of each day, rounded so that they sum to the amount and every run of days from the start is within half a unit of its
    /// exact share: each day gets what the rounded running total grows by.
    /// </summary>
    /// <param name="places">Decimal places of a day's amount.</param>
    public static decimal[] ByDay(decimal amount, int days, int places)
    {
        var parts = new decimal[days];
        var before = 0m;
        for (var day = 1; day <= days; day++)
        {
            // A very large amount times its days has too many digits for its places: the last day makes up for them.
            var running = day == days ? amount : decimal.Round(amount * day / days, places, MidpointRounding.AwayFromZero);
            (parts[day - 1], before) = (running - before, running);
        }
        return parts;
    }
}
